#pragma once
// libcurl's options and answers are variadic; each shim has one kind of argument. The context pointer that goes with
// a callback is set in the same call, so that neither can be forgotten.
#include <curl/curl.h>

static inline CURLcode shim_curl_set_long(CURL *_Nonnull easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode shim_curl_set_size(CURL *_Nonnull easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode shim_curl_set_string(CURL *_Nonnull easy, CURLoption option, const char *_Nullable value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode shim_curl_set_pointer(CURL *_Nonnull easy, CURLoption option, const void *_Nullable value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode shim_curl_set_list(CURL *_Nonnull easy, CURLoption option, struct curl_slist *_Nullable value) {
  return curl_easy_setopt(easy, option, value);
}

typedef size_t (*shim_curl_bytes_callback)(
    char *_Nullable bytes, size_t size, size_t count, void *_Nullable context);

static inline CURLcode shim_curl_on_body(
    CURL *_Nonnull easy, shim_curl_bytes_callback _Nonnull callback, void *_Nonnull context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
}

static inline CURLcode shim_curl_on_header(
    CURL *_Nonnull easy, shim_curl_bytes_callback _Nonnull callback, void *_Nonnull context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
}

typedef int (*shim_curl_connected_callback)(
    void *_Nullable context, char *_Nullable peer, char *_Nullable local, int peer_port, int local_port);

static inline CURLcode shim_curl_on_connected(
    CURL *_Nonnull easy, shim_curl_connected_callback _Nonnull callback, void *_Nonnull context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_PREREQDATA, context);
}

static inline CURLcode shim_curl_get_long(CURL *_Nonnull easy, CURLINFO info, long *_Nonnull value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode shim_curl_get_string(
    CURL *_Nonnull easy, CURLINFO info, const char *_Nullable *_Nonnull value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode shim_curl_get_socket(CURL *_Nonnull easy, curl_socket_t *_Nonnull value) {
  return curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, value);
}

static inline CURLcode shim_curl_get_certificates(
    CURL *_Nonnull easy, struct curl_certinfo *_Nullable *_Nonnull value) {
  return curl_easy_getinfo(easy, CURLINFO_CERTINFO, value);
}

static inline CURLMcode shim_curl_multi_set_long(CURLM *_Nonnull multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

typedef int (*shim_curl_socket_callback)(
    CURL *_Nullable easy, curl_socket_t socket, int what, void *_Nullable context, void *_Nullable unused);

static inline CURLMcode shim_curl_multi_on_socket(
    CURLM *_Nonnull multi, shim_curl_socket_callback _Nonnull callback, void *_Nonnull context) {
  CURLMcode code = curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, callback);
  return code != CURLM_OK ? code : curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
}

typedef int (*shim_curl_timer_callback)(CURLM *_Nullable multi, long milliseconds, void *_Nullable context);

static inline CURLMcode shim_curl_multi_on_timer(
    CURLM *_Nonnull multi, shim_curl_timer_callback _Nonnull callback, void *_Nonnull context) {
  CURLMcode code = curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, callback);
  return code != CURLM_OK ? code : curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
}

/// The outcome inside a message, which C keeps in a union.
static inline CURLcode shim_curl_message_result(const CURLMsg *_Nonnull message) {
  return message->data.result;
}
