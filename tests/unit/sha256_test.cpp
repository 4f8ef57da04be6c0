// SPDX-License-Identifier: Apache-2.0
#include "text/hmac.hpp"
#include "text/sha256.hpp"

#include <gtest/gtest.h>

#include <string>

namespace peersupport {
namespace {

// FIPS 180-4 examples and NIST's long message.
TEST(sha256, gives_the_digests_of_the_standard) {
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/// The lengths at which the padding needs another block.
TEST(sha256, pads_at_every_length) {
    EXPECT_EQ(sha256(std::string(55, 'a')), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    EXPECT_EQ(sha256(std::string(56, 'a')), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    EXPECT_EQ(sha256(std::string(63, 'a')), "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34");
    EXPECT_EQ(sha256(std::string(64, 'a')), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

/// RFC 4231, test cases 1, 2, 3, 6 and 7: short keys, a key as long as half a block, keys longer than one.
TEST(hmac_sha256, gives_the_codes_of_rfc_4231) {
    const auto code = [](const std::string& key, const std::string& message) { return hmac_sha256(key)(message); };
    EXPECT_EQ(code(std::string(20, '\x0b'), "Hi There"),
              (sha256_words{0xb0344c61, 0xd8db3853, 0x5ca8afce, 0xaf0bf12b, 0x881dc200, 0xc9833da7, 0x26e9376c,
                            0x2e32cff7}));
    EXPECT_EQ(code("Jefe", "what do ya want for nothing?"),
              (sha256_words{0x5bdcc146, 0xbf60754e, 0x6a042426, 0x089575c7, 0x5a003f08, 0x9d273983, 0x9dec58b9,
                            0x64ec3843}));
    EXPECT_EQ(code(std::string(20, '\xaa'), std::string(50, '\xdd')),
              (sha256_words{0x773ea91e, 0x36800e46, 0x854db8eb, 0xd09181a7, 0x2959098b, 0x3ef8c122, 0xd9635514,
                            0xced565fe}));
    const std::string long_key(131, '\xaa');
    EXPECT_EQ(code(long_key, "Test Using Larger Than Block-Size Key - Hash Key First"),
              (sha256_words{0x60e43159, 0x1ee0b67f, 0x0d8a26aa, 0xcbf5b77f, 0x8e0bc621, 0x3728c514, 0x0546040f,
                            0x0ee37f54}));
    EXPECT_EQ(code(long_key, "This is a test using a larger than block-size key and a larger than block-size data. "
                             "The key needs to be hashed before being used by the HMAC algorithm."),
              (sha256_words{0x9b09ffa7, 0x1b942fcb, 0x27635fbc, 0xd5b0e944, 0xbfdc6364, 0x4f071393, 0x8a7f5153,
                            0x5c3a35e2}));
}

}  // namespace
}  // namespace peersupport
