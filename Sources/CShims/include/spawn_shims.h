#pragma once
// GNU extensions, which the Swift importer does not see because nobody defines _GNU_SOURCE for it.
#include <spawn.h>

int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *_Nonnull actions, int from);
int pipe2(int descriptors[_Nonnull 2], int flags);
