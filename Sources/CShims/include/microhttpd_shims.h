#pragma once
#include <microhttpd.h>

typedef void *_Nullable (*shim_MHD_UriLogCallback)(
    void *_Nullable context, const char *_Nullable uri, struct MHD_Connection *_Nonnull connection);

typedef struct {
  MHD_AccessHandlerCallback _Nonnull handle;
  MHD_NotifyConnectionCallback _Nonnull connection_changed;
  shim_MHD_UriLogCallback _Nonnull received_request_line;
  MHD_RequestCompletedCallback _Nonnull completed;
  void *_Nonnull context;
} shim_MHD_callbacks;

// A gnutls_certificate_retrieve_function2, without its types: they belong to the module CGnuTLS.
// MHD wants a certificate at its start; every session gets credentials of its own before its handshake instead,
// and one that got none must not be served.
static inline int shim_refuse_handshake(
    void *_Nullable session, const void *_Nullable authorities, int authority_count,
    const void *_Nullable algorithms, int algorithm_count, void *_Nullable *_Nonnull certificates,
    unsigned int *_Nonnull certificate_count, void *_Nullable *_Nonnull key) {
  return -1;
}

static inline struct MHD_Daemon *_Nullable shim_MHD_start_daemon(
    unsigned int flags, shim_MHD_callbacks callbacks, int listen_socket, unsigned int connection_limit,
    size_t connection_memory, unsigned int timeout_seconds) {
  struct MHD_OptionItem tls[] = {
      {MHD_OPTION_HTTPS_CERT_CALLBACK, 0, (void *)shim_refuse_handshake}, {MHD_OPTION_END, 0, NULL}};
  struct MHD_OptionItem none[] = {{MHD_OPTION_END, 0, NULL}};
  return MHD_start_daemon(
      flags, 0, NULL, NULL, callbacks.handle, callbacks.context,
      MHD_OPTION_NOTIFY_CONNECTION, callbacks.connection_changed, callbacks.context,
      MHD_OPTION_NOTIFY_COMPLETED, callbacks.completed, callbacks.context,
      MHD_OPTION_URI_LOG_CALLBACK, callbacks.received_request_line, callbacks.context,
      MHD_OPTION_LISTEN_SOCKET, listen_socket,
      MHD_OPTION_CONNECTION_LIMIT, connection_limit,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, connection_memory,
      MHD_OPTION_CONNECTION_TIMEOUT, timeout_seconds,
      MHD_OPTION_ARRAY, (flags & MHD_USE_TLS) ? tls : none,
      MHD_OPTION_END);
}

static inline int shim_MHD_connection_socket(struct MHD_Connection *_Nonnull connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

static inline void *_Nullable shim_MHD_connection_context(struct MHD_Connection *_Nonnull connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info ? info->socket_context : NULL;
}

static inline void *_Nullable shim_MHD_connection_session(
    struct MHD_Connection *_Nonnull connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_GNUTLS_SESSION);
  return info ? info->tls_session : NULL;
}

static inline const struct sockaddr *_Nullable shim_MHD_connection_peer(struct MHD_Connection *_Nonnull connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info ? info->client_addr : NULL;
}
