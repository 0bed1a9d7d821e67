// What titles in Japanese, Chinese and Korean say of a work in more than one character: that
// something is not, that another work is surveyed or seen anew; and which edition a title names, in
// any language. `key` is a title_key throughout. Pure: any thread.
#pragma once

#include <string>
#include <string_view>

namespace notes {

// How often kana deny: できない, ではない, なし, 用いずに.
int kana_negations(std::string_view key);

// `Xに関するサーベイ`, `X综述`, `重新审视X`.
bool turns_in_ideographs(std::string_view key);

// It goes with another work, whose identifiers it may have: `Supplementary Material for X`, `付録`.
bool is_supplement(std::string_view key);

struct Edition {
  std::string name;         // empty where nothing is said, or it is the first
  bool is_version = false;  // no edition, but an `Extended Version`
};
// `2` for `2nd edition`, `(Second Edition)` and `第２版`, `revised` for 改訂版, `extended` for
// `Extended Version`.
Edition edition_of(std::string_view key);

// What comes out every year under one title: `Report on the Annual Workshop …`, `Editorial`,
// 巻頭言.
bool is_of_each_year(std::string_view key);

// `PointNet` and `PointNet++`; of titles as they are written.
bool differ_in_plus(std::string_view one, std::string_view other);

}  // namespace notes
