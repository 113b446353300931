//! A cell by itself: words of a list, what must be filled in, hours, days, numbers.

use crate::tiny::Sheets;
use crate::{ENTRIES, LINES, RULES, check, check_same, typed};

#[test]
fn words_from_a_list_are_these_words() {
    let wrong = |sheet: &str, row: usize, column: &str, word: &str| {
        let fault = format!("{sheet} {row}行「{column}」: 「{word}」は使えません");
        typed(sheet, row, column, word, &[&fault]);
    };
    wrong(ENTRIES, 3, "状態", "公開中");
    wrong(ENTRIES, 3, "状態", "");
    wrong(ENTRIES, 2, "状態", "ok");
    wrong(ENTRIES, 3, "形", "相談窓口");
    wrong(ENTRIES, 3, "確かさ", "たぶん");
    wrong(ENTRIES, 3, "電話の種類", "代表番号");
    wrong(ENTRIES, 3, "電話を出す", "出す？");
    wrong(ENTRIES, 3, "訪問", "○");
    wrong(ENTRIES, 3, "来所", "可");
    wrong("towns/asaka/plan.csv", 4, "種別", "取組");
    wrong("towns/asaka/plan.csv", 2, "種別", "目標");
    wrong(LINES, 2, "地域", "日本");
}

#[test]
fn what_must_be_filled_in_is_not_empty() {
    for column in ["名前", "よみ", "すること", "出典", "種類"] {
        let fault = format!("towns/asaka/entries.csv 4行「{column}」: 空です");
        typed(ENTRIES, 4, column, "　", &[&fault]);
    }
    typed(
        "towns/asaka/areas.csv",
        2,
        "担当",
        "",
        &["towns/asaka/areas.csv 2行「担当」: 空です"],
    );
    typed(
        "knowledge/needs.csv",
        2,
        "最初の窓口",
        "",
        &["knowledge/needs.csv 2行「最初の窓口」: 空です"],
    );
    typed(
        "knowledge/kinds.csv",
        2,
        "名前",
        "",
        &["knowledge/kinds.csv 2行「名前」: 空です"],
    );
}

#[test]
fn a_plain_name_is_short() {
    let twenty = "あ".repeat(20);
    let sheets = Sheets::tiny();
    sheets.type_in(ENTRIES, 3, "やさしい名前", &twenty);
    assert!(sheets.compile().is_ok());
    typed(
        ENTRIES,
        3,
        "やさしい名前",
        &(twenty + "い"),
        &["towns/asaka/entries.csv 3行「やさしい名前」: 20字をこえています"],
    );
}

#[test]
fn a_row_with_one_fault_is_read_to_its_end() {
    check(
        |s| {
            s.type_in(ENTRIES, 3, "形", "係")
                .type_in(ENTRIES, 3, "電話", "x")
                .type_in(ENTRIES, 3, "状態", "公表")
                .type_in(ENTRIES, 3, "URL", "city.asaka.lg.jp");
            s.type_in(LINES, 3, "地域", "")
                .type_in(LINES, 3, "電話", "x");
            s.type_in("towns/asaka/plan.csv", 4, "種別", "").type_in(
                "towns/asaka/plan.csv",
                4,
                "名前",
                "",
            );
            s.swap(
                RULES,
                "id = \"suicide\"\nsort = \"crisis\"",
                "id = \"suicide\"\nsort = \"danger\"",
            )
            .swap(RULES, "困りごと=k01", "困りごと=k99");
        },
        &[
            "knowledge/lines.csv 3行「地域」: 「」は使えません",
            "knowledge/lines.csv 3行「電話」: は電話番号の形ではありません",
            "knowledge/rules.toml 11行「suicide」: sort「danger」は使えません",
            "knowledge/rules.toml 16行「suicide」: 条件の6文字目: 「k99」",
            "towns/asaka/entries.csv 3行「URL」: URL ではありません",
            "towns/asaka/entries.csv 3行「形」: は使えません",
            "towns/asaka/entries.csv 3行「状態」: は使えません",
            "towns/asaka/entries.csv 3行「電話」: は電話番号の形ではありません",
            "towns/asaka/plan.csv 4行「名前」: 空です",
            "towns/asaka/plan.csv 4行「種別」: は使えません",
        ],
    );
}

#[test]
fn hours_that_cannot_be_read_are_not_guessed() {
    for hours in [
        "平日9時から5時",
        "月〜金 8:45",
        "月－金 8:45-16:00",
        "市役所と同じ",
    ] {
        typed(
            ENTRIES,
            3,
            "受付時間",
            hours,
            &["towns/asaka/entries.csv 3行「受付時間」: を読めません"],
        );
        typed(
            "towns/asaka/hours.csv",
            2,
            "受付時間",
            hours,
            &["towns/asaka/hours.csv 2行「受付時間」: を読めません"],
        );
    }
    typed(
        ENTRIES,
        3,
        "休み",
        "お盆",
        &["towns/asaka/entries.csv 3行「休み」: 「お盆」を読めません"],
    );
    typed(
        ENTRIES,
        2,
        "休み",
        "祝日",
        &["towns/asaka/entries.csv 2行「休み」: hours.csv の名前を使うときは、休みは書けません"],
    );
}

#[test]
fn an_end_comes_after_its_start() {
    typed(
        ENTRIES,
        3,
        "受付時間",
        "月〜金 16:00〜8:45",
        &["towns/asaka/entries.csv 3行「受付時間」: 終わりが始まりより前です"],
    );
    check(
        |s| {
            _ = s.type_in(ENTRIES, 3, "有効開始", "2027-04-01").type_in(
                ENTRIES,
                3,
                "有効終了",
                "2027-03-31",
            )
        },
        &["towns/asaka/entries.csv 3行「有効終了」: 終わりが始まりより前です"],
    );
    typed(
        "towns/asaka/hours.csv",
        2,
        "有効終了",
        "2026-06-30",
        &["towns/asaka/hours.csv 2行「有効終了」: 終わりが始まりより前です"],
    );
}

#[test]
fn what_excel_makes_of_dates_and_waves_is_accepted() {
    check_same(|s| _ = s.type_in(ENTRIES, 2, "出典日", "2026/7/27"));
    check_same(|s| _ = s.type_in("towns/asaka/hours.csv", 2, "有効終了", "2027/3/31"));
    typed(
        ENTRIES,
        3,
        "出典日",
        "Jul-26",
        &["towns/asaka/entries.csv 3行「出典日」: Excel が日付を「Jul-26」に変えています"],
    );
    typed(
        ENTRIES,
        3,
        "出典日",
        "2026-13",
        &["towns/asaka/entries.csv 3行「出典日」: は日付ではありません"],
    );
    typed(
        ENTRIES,
        3,
        "確認日",
        "２０２６-07-27",
        &["towns/asaka/entries.csv 3行「確認日」: は日付ではありません"],
    );
    typed(
        ENTRIES,
        3,
        "有効開始",
        "2026-02-30",
        &["towns/asaka/entries.csv 3行「有効開始」: 「2026-02-30」は日付ではありません"],
    );
    // The text that residents read stays as it was typed; what is worked out from it is the same.
    for hours in [
        "月～金 9:00～12:00・13:00～17:00",
        "月〜金　９：００〜１２：００・１３：００〜１７：００",
    ] {
        let sheets = Sheets::tiny();
        let spans = || {
            sheets.compile().expect(hours)[0].catalog.entries[1]
                .hours
                .spans
                .clone()
        };
        let before = spans();
        sheets.type_in(ENTRIES, 3, "受付時間", hours);
        assert_eq!(before, spans(), "{hours}");
    }
}

#[test]
fn a_phone_that_is_not_one_is_refused() {
    for number in [
        "048-463-222",
        "０４８-４６３-２２２２",
        "048−463−2222",
        "0484632222",
        "048-463-2222（直通）",
        "なし",
    ] {
        typed(
            ENTRIES,
            3,
            "電話",
            number,
            &["towns/asaka/entries.csv 3行「電話」: は電話番号の形ではありません"],
        );
    }
    typed(
        ENTRIES,
        3,
        "ほかの番号",
        "048-463-2223（夜）;内線12",
        &["towns/asaka/entries.csv 3行「ほかの番号」: 「内線12」は電話番号の形ではありません"],
    );
    typed(
        ENTRIES,
        3,
        "FAX",
        "048-463",
        &["towns/asaka/entries.csv 3行「FAX」: は電話番号の形ではありません"],
    );
}

#[test]
fn a_known_wrong_number_is_not_shown() {
    for column in ["電話", "ほかの番号", "FAX"] {
        let fault =
            format!("towns/asaka/entries.csv 3行「{column}」: 使ってはいけない古い番号です");
        typed(ENTRIES, 3, column, "0570-046-556", &[&fault]);
        typed(ENTRIES, 3, column, "0570-0465-56", &[&fault]);
    }
    typed(
        LINES,
        3,
        "電話",
        "048-463-9999",
        &["knowledge/lines.csv 3行「電話」: 使ってはいけない古い番号です"],
    );
}
