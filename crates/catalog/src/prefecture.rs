//! The prefectures by name: a town's lines are found by it, so that a misspelt one would lose them all.

/// 地方自治法 §3, in the order of JIS X 0401.
const PREFECTURES: &str = "北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 \
     新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 \
     島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県";

/// True for the name of a prefecture in full.
pub fn is_prefecture(name: &str) -> bool {
    PREFECTURES.split_whitespace().any(|known| known == name)
}

/// The prefecture that a text names first, in full.
pub fn prefecture_in(text: &str) -> Option<&'static str> {
    let known = PREFECTURES.split_whitespace();
    let found = known.filter_map(|name| Some((text.find(name)?, name)));
    found.min().map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_47() {
        assert_eq!(PREFECTURES.split_whitespace().count(), 47);
        assert!(is_prefecture("埼玉県") && is_prefecture("東京都"));
        assert_eq!(
            prefecture_in("〒351-8501 埼玉県朝霞市（東京都の隣）"),
            Some("埼玉県")
        );
        assert_eq!(prefecture_in("本町1-1-1"), None);
        assert!(!is_prefecture("埼玉") && !is_prefecture("埼王県") && !is_prefecture(""));
    }
}
