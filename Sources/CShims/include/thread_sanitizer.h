#pragma once
// ThreadSanitizer's own calls; only its runtime defines them, so only its builds may use them.
void __tsan_acquire(void *_Nonnull address);
void __tsan_release(void *_Nonnull address);
