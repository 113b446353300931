//! The loose reader against real texts, and against the ways in which it could guess.
//!
//! The texts are test input that is not part of the project (`shared/samples`); what each one means was
//! judged beforehand and stands in `data/opening_hours.tsv`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]

use catalog::{check_agreement, read_closures, read_loose, read_spans};
use proptest::prelude::*;
use std::collections::HashMap;
use std::io::Write;
use std::path::Path;

const CORPUS: &str = "../../../shared/samples/opening_hours_corpus.tsv";

/// What a text means: the two cells of the sheet, or nothing if it is to be refused.
type Reading = Option<(String, String)>;

fn read(open: &str, off: &str) -> Reading {
    read_loose(open, off)
        .ok()
        .map(|loose| (loose.open, loose.off))
}

fn reads(open: &str, off: &str) -> (String, String) {
    read(open, off).unwrap_or_else(|| panic!("{open} | {off}: {:?}", read_loose(open, off)))
}

fn pair(open: &str, off: &str) -> (String, String) {
    (open.to_owned(), off.to_owned())
}

fn judged() -> HashMap<u64, Reading> {
    include_str!("data/opening_hours.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .map(|line| {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().unwrap_or("").to_owned();
            let hash = u64::from_str_radix(&cell(), 16).expect("a hash");
            let (open, off) = (cell(), cell());
            (hash, (open != "-").then_some((open, off)))
        })
        .collect()
}

fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Past the test runner, which keeps back what a passing test prints.
fn tell(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

#[test]
fn no_real_text_is_read_wrongly() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(CORPUS);
    let Ok(corpus) = std::fs::read_to_string(&path) else {
        tell(
            "NOT CHECKED: the corpus of opening hours is not at shared/samples beside the project",
        );
        return;
    };
    let judged = judged();
    let (mut read_right, mut refused) = (0, 0);
    let mut wrong = Vec::new();
    for line in corpus.lines().skip(1) {
        let (open, off) = line.split_once('\t').unwrap_or((line, ""));
        let hash = fnv1a(format!("{open}\t{off}").as_bytes());
        match (judged.get(&hash), read(open, off)) {
            (None, _) => wrong.push(format!("{open} | {off}: not judged yet ({hash:016x})")),
            (Some(meant), got) if *meant != got => {
                wrong.push(format!("{open} | {off}: {got:?} instead of {meant:?}"));
            }
            (Some(_), Some(_)) => read_right += 1,
            (Some(_), None) => refused += 1,
        }
    }
    tell(&format!(
        "opening hours corpus: {} texts, {read_right} read, {refused} refused, {} wrong",
        read_right + refused + wrong.len(),
        wrong.len()
    ));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!((read_right, refused), (241, 105));
}

#[test]
fn every_reading_is_what_the_strict_grammar_says() {
    for (open, off) in judged().into_values().flatten() {
        let spans = read_spans(&open).unwrap_or_else(|fault| panic!("{open}: {fault:?}"));
        let closures = read_closures(&off).unwrap_or_else(|fault| panic!("{off}: {fault:?}"));
        assert!(!spans.is_empty());
        assert_eq!(check_agreement(&spans, &closures), Ok(()));
        assert_eq!(
            read(&open, &off),
            Some((open.clone(), off.clone())),
            "{open} | {off}"
        );
    }
}

#[test]
fn common_ways_of_writing_are_understood() {
    for (open, off, meant_open, meant_off) in [
        (
            "月曜日から金曜日 午前9時から午後5時",
            "",
            "月〜金 9:00〜17:00",
            "",
        ),
        ("平日 8時半~17時15分まで", "", "平日 8:30〜17:15", ""),
        (
            "月〜金 9:00-17:00",
            "土日祝",
            "月〜金 9:00〜17:00",
            "土・日・祝日",
        ),
        (
            "９：００～１７：００（土・日・祝日を除く）",
            "",
            "月〜金 9:00〜17:00",
            "土・日・祝日",
        ),
        (
            "平日 9時〜17時（正午から午後1時を除く）",
            "",
            "平日 9:00〜12:00・13:00〜17:00",
            "",
        ),
        ("毎日 17:00〜翌9:00", "", "毎日 17:00〜翌9:00", ""),
        (
            "毎日 午後5時から翌日午前9時まで",
            "",
            "毎日 17:00〜翌9:00",
            "",
        ),
        ("24時間365日", "", "24時間", ""),
        (
            "毎月第2・4土曜日 午前10時〜正午",
            "",
            "第2・第4土 10:00〜12:00",
            "",
        ),
        (
            "平日・土曜日 9:00〜17:00",
            "",
            "平日 9:00〜17:00、土 9:00〜17:00",
            "",
        ),
        (
            "月〜日 9:00〜17:00",
            "第3月曜、元旦",
            "月〜日 9:00〜17:00",
            "第3月・元日",
        ),
        (
            "火曜、木曜及び土曜 午後1時から午後4時30分",
            "",
            "火・木・土 13:00〜16:30",
            "",
        ),
        ("年中無休 9:00〜21:00", "", "毎日 9:00〜21:00", ""),
        (
            "正午〜20:00",
            "土日、12/29〜1/3",
            "月〜金 12:00〜20:00",
            "土・日・12/29〜1/3",
        ),
        ("毎日 18:00〜24:00", "", "毎日 18:00〜24:00", ""),
        (
            "4月から9月まで、月曜日から金曜日 午前9時〜午後6時、10月〜3月の平日 9時〜17時",
            "",
            "4月〜9月の月〜金 9:00〜18:00、10月〜3月の平日 9:00〜17:00",
            "",
        ),
        (
            "偶数月の第1・2火曜日 17:00〜19:00、奇数月の第2火曜日 17:00〜19:00",
            "",
            "偶数月の第1・第2火 17:00〜19:00、奇数月の第2火 17:00〜19:00",
            "",
        ),
        (
            "毎日 16:00〜21:00、毎月10日 午前8時〜翌午前8時",
            "",
            "毎日 16:00〜21:00、毎月10日 8:00〜翌8:00",
            "",
        ),
        (
            "11月〜2月 月〜金 9:00〜17:00",
            "毎月末日・祝日",
            "11月〜2月の月〜金 9:00〜17:00",
            "毎月末日・祝日",
        ),
    ] {
        assert_eq!(
            reads(open, off),
            pair(meant_open, meant_off),
            "{open} | {off}"
        );
    }
}

#[test]
fn what_could_mean_two_things_is_refused() {
    for (open, off) in [
        // No weekdays, and the days off leave the weekend open or unsaid.
        ("9時〜17時", ""),
        ("9時〜17時", "祝日・年末年始"),
        ("9時〜16時", "日曜日・祝日"),
        // 休日 and 平日 mean different days to different people.
        ("9時〜17時", "休日・年末年始"),
        ("平日 9時〜17時", "日曜日"),
        // Morning or afternoon.
        ("月〜金 1時〜4時", ""),
        ("月〜金 午後1時〜4時", ""),
        ("月〜金 午前9時〜5時", ""),
        ("月〜金 7時〜午後9時", ""),
        ("月〜金 午後12時〜午後5時", ""),
        ("月〜金 午後13時〜午後17時", ""),
        // Which of the times is meant.
        ("月〜金 9:00〜17:00、土 9:00〜12:00（祝日を除く）", ""),
        ("月〜金 9:00〜12:00・13:00〜17:00（12:00〜13:00を除く）", ""),
        ("月〜金 9:00〜17:00（17:00〜18:00を除く）", ""),
        ("第2・第4土・日 9:00〜17:00", ""),
        ("月〜金 9:00〜17:00", "第3土・日"),
        // Open and off at once.
        ("平日・第3土曜日 9:00〜17:00", "土・日"),
        ("土・日・祝 9:00〜17:00", "祝日"),
        // Half of it is not understood.
        ("月〜金 9:00〜17:00（電話は16:00まで）", ""),
        ("月〜金 9:00〜17:00", "祝日ほか"),
        ("月〜金 9:00〜17:00", "設備点検日"),
        ("4月〜9月 9:00〜17:00", ""),
        // A part of the year, or a day of the month, that could be something else.
        ("4月 月〜金 9:00〜17:00", ""),
        ("毎月10日曜 9:00〜17:00", ""),
        ("毎月32日 9:00〜17:00", ""),
        ("月〜金 9:00〜17:00", "8月の水曜"),
        ("月〜金 9:00〜17:00（4月から9月の水曜を除く）", ""),
        ("金〜月 9:00〜17:00", ""),
        ("月〜金 9:00", ""),
        ("月〜金", ""),
        ("土・日 年末年始 9:00〜17:00", ""),
        ("電話：平日 9:00〜17:00", ""),
        ("月〜金 9:00〜17:00 048-463-1111", ""),
        ("月〜金 9:00〜25:00", ""),
        ("月〜金 9:75〜17:00", ""),
        ("", "土・日"),
        ("", ""),
    ] {
        assert_eq!(read(open, off), None, "{open} | {off}");
    }
}

#[test]
fn a_refusal_names_the_part() {
    let fault = read_loose("平日 9:00〜17:00（緊急時は夜間も対応）", "").expect_err("refused");
    assert!(fault.part.starts_with("緊急時"), "{fault:?}");
}

#[test]
fn the_mend_is_the_exact_text_to_write() {
    let mend = |open, off| read_loose(open, off).expect("reads").mend();
    assert_eq!(
        mend("月曜から金曜 午前9時〜午後5時（祝日を除く）", "土日"),
        "受付時間に「月〜金 9:00〜17:00」、休みに「土・日・祝日」と書きます"
    );
    assert_eq!(
        mend("毎日 9時〜17時", ""),
        "受付時間に「毎日 9:00〜17:00」と書き、休みは空にします"
    );
}

proptest! {
    #[test]
    fn any_text_is_survived_and_what_is_read_is_strict(
        open in "[月火水木金土日祝曜平毎偶数第年末始休除くを午前後正翌時分半間、・〜~()0-9: /のまでから]{0,30}",
        off in "[月火水木金土日祝曜第年末始元旦休除くはを、・〜0-9/]{0,16}",
    ) {
        if let Ok(loose) = read_loose(&open, &off) {
            prop_assert!(read_spans(&loose.open).is_ok_and(|spans| !spans.is_empty()));
            prop_assert!(read_closures(&loose.off).is_ok());
        }
    }

    #[test]
    fn strict_text_means_the_same_to_the_loose_reader(
        days in prop::sample::select(vec!["毎日", "平日", "月〜金", "火・木", "土・日・祝", "第2水", "第1・第3金", "4月〜9月の月〜金", "偶数月の第2火", "毎月10日", "毎月末日"]),
        from in 6_u16..18, length in 1_u16..6, half in any::<bool>(),
        off in prop::sample::select(vec!["", "年末年始", "12/29〜1/3", "元日", "第4月", "毎月15日"]),
    ) {
        let minute = if half { "30" } else { "00" };
        let open = format!("{days} {from}:{minute}〜{}:{minute}", from + length);
        let read = read_loose(&open, off).expect("reads");
        prop_assert_eq!((read.open.as_str(), read.off.as_str()), (open.as_str(), off));
    }
}
