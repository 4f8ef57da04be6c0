/* SPDX-License-Identifier: Apache-2.0 */
/* unload_test LIBRARY: a hundred times loaded, used and unloaded; nothing of it stays. Links nothing of ours. */
#include "check.h"

#include <dlfcn.h>

typedef const char *version_function(void);
typedef int32_t open_function(const char *, size_t, peersupport_instrument **, peersupport_error *);
typedef int32_t from_json_function(const char *, size_t, peersupport_instrument **, peersupport_problems **,
                                   peersupport_error *);
typedef void free_function(peersupport_instrument *);

/* C has no cast from an object pointer to a function pointer. */
static void find(void *library, const char *name, void *function) {
    void *symbol = dlsym(library, name);
    CHECK(symbol != NULL);
    memcpy(function, &symbol, sizeof symbol);
}

static void use_once(const char *path) {
    version_function *version;
    open_function *open_bundled;
    from_json_function *from_json;
    free_function *release;
    peersupport_instrument *one = NULL, *none = NULL;
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    CHECK(library != NULL);
    if (!library) return;
    find(library, "peersupport_version", &version);
    find(library, "peersupport_instrument_open", &open_bundled);
    find(library, "peersupport_instrument_from_json", &from_json);
    find(library, "peersupport_instrument_free", &release);
    CHECK(version()[0] >= '0');
    CHECK(open_bundled("integrity-survey", 16, &one, NULL) == PEERSUPPORT_OK);
    CHECK(from_json("[", 1, &none, NULL, NULL) != PEERSUPPORT_OK);
    release(one);
    CHECK(dlclose(library) == 0);
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    for (int i = 0; i < 100 && !check_failures; ++i) {
        use_once(argv[1]);
        CHECK(dlopen(argv[1], RTLD_NOW | RTLD_NOLOAD) == NULL);
    }
    return check_result();
}
