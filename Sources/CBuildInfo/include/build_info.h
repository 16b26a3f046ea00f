#pragma once
/// The commit that this was built from, or NULL where the build was not told.
const char *_Nullable brokerwatch_build_revision(void);
