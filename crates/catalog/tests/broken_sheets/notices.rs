//! A notice stands between its two days, of which a slip would keep it for years or hide it.

use crate::tiny::Sheets;
use crate::{check, check_faults};
use navigator::Day;

const NOTICES: &str = "towns/asaka/notices.csv";
const HEAD: &str =
    "id,題名,本文,だれが,方法,場所,URL,電話,メール,最初の日,最後の日,出典,確認日,状態,メモ";
const IKEN: &str = "iken,計画への意見,意見を集めています。,市内の人,郵送,市役所,,048-463-2222,iken@example.jp,2026-11-05,2026-12-04,moto,,公開,";

fn with(rows: &[&str]) -> Sheets {
    let sheets = Sheets::tiny();
    sheets.write(NOTICES, format!("{HEAD}\n{}\n", rows.join("\n")));
    sheets
}

/// Breaks one cell of the notice.
#[track_caller]
fn typed(column: &str, words: &str, expected: &[&str]) {
    let sheets = with(&[IKEN]);
    sheets.type_in(NOTICES, 2, column, words);
    let expected: Vec<String> = expected
        .iter()
        .map(|fault| format!("{NOTICES} 2行{fault}"))
        .collect();
    check_faults(
        &sheets,
        &expected.iter().map(String::as_str).collect::<Vec<_>>(),
    );
}

#[test]
fn a_notice_is_shown_from_its_first_to_its_last_day_and_then_gone() {
    let towns = with(&[IKEN]).compile().expect("no faults");
    let shown = |town: usize, month, date| {
        let day = Day::from_civil(2026, month, date).expect("a day");
        towns[town].catalog.notices_on(day).count()
    };
    let days = [(11, 4), (11, 5), (11, 20), (12, 4), (12, 5)];
    assert_eq!(
        days.map(|(month, date)| shown(0, month, date)),
        [0, 1, 1, 1, 0]
    );
    assert_eq!(shown(1, 11, 20), 0, "the other town's");
    let notice = &towns[0].catalog.notices[0];
    assert_eq!((&*notice.phone, &*notice.who), ("048-463-2222", "市内の人"));
}

#[test]
fn a_draft_of_a_notice_is_not_shown() {
    let draft = IKEN.replace("公開", "下書き");
    let towns = with(&[&draft]).compile().expect("no faults");
    assert!(towns[0].catalog.notices.is_empty());
}

#[test]
fn a_town_needs_no_notices() {
    assert!(with(&[]).compile().is_ok());
    assert!(Sheets::tiny().compile().is_ok());
}

#[test]
fn a_notice_has_two_days_in_their_order_within_a_year() {
    typed("最初の日", "", &["「最初の日」: 空です"]);
    typed("最後の日", "", &["「最後の日」: 空です"]);
    typed("最初の日", "11月5日", &["「最初の日」: 日付ではありません"]);
    typed(
        "最後の日",
        "2026-11-31",
        &["「最後の日」: 日付ではありません"],
    );
    typed(
        "最後の日",
        "2026-11-04",
        &["「最後の日」: 最初の日より前です"],
    );
    typed(
        "最後の日",
        "2027-12-04",
        &["「最後の日」: 最初の日から1年をこえています"],
    );
}

#[test]
fn a_notice_says_what_it_is_and_where_it_comes_from() {
    typed("題名", "", &["「題名」: 空です"]);
    typed("本文", "", &["「本文」: 空です"]);
    typed("出典", "", &["「出典」: 空です"]);
    typed("題名", &"あ".repeat(41), &["「題名」: 40字をこえています"]);
    typed(
        "本文",
        &"あ".repeat(201),
        &["「本文」: 200字をこえています"],
    );
    typed("状態", "出す", &["「状態」: 「出す」は使えません"]);
    typed("id", "意見", &["「id」: は id に使えません"]);
}

#[test]
fn a_notices_ways_are_ways() {
    typed("電話", "048-463", &["「電話」: 電話番号の形ではありません"]);
    typed(
        "電話",
        "048-463-9999",
        &["「電話」: は使ってはいけない古い番号です"],
    );
    typed(
        "メール",
        "市役所",
        &["「メール」: メールアドレスではありません"],
    );
    typed("URL", "市のページ", &["「URL」: URL ではありません"]);
}

#[test]
fn a_notice_stands_once() {
    let fault = "towns/asaka/notices.csv 3行: 2行と同じ行です";
    check_faults(&with(&[IKEN, IKEN]), &[fault]);
}

#[test]
fn a_column_of_notices_that_is_missing_is_told_once() {
    let missing = |sheets: &Sheets| {
        let without = |text: &str| text.replace("方法,", "").replace("郵送,", "");
        sheets.write(NOTICES, format!("{}\n{}\n", without(HEAD), without(IKEN)));
    };
    check(
        missing,
        &["towns/asaka/notices.csv 1行「方法」: この見出しがありません"],
    );
}
