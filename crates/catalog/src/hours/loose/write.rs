//! What was read, as text of the strict grammar.

use super::days::Days;
use super::reading::Reading;
use super::times::write_times;
use crate::hours::days::WEEKDAYS;
use crate::hours::season;
use navigator::LAST_OF_MONTH;

/// For the columns 受付時間 and 休み.
pub fn write(reading: &Reading) -> (String, String) {
    let open: Vec<String> = reading
        .clauses
        .iter()
        .flat_map(|clause| {
            let times = write_times(&clause.times);
            let days = clause.days.iter().flat_map(write_open_days);
            days.map(move |days| format!("{days} {times}"))
        })
        .map(|part| {
            if part == "毎日 24時間" {
                "24時間".to_owned()
            } else {
                part
            }
        })
        .collect();
    (open.join("、"), write_off(&reading.off))
}

/// 月〜水・金・土.
fn write_weekdays(weekdays: u8) -> Vec<String> {
    let mut parts = Vec::new();
    let mut day = 0;
    while day < WEEKDAYS.len() {
        let run = (day..WEEKDAYS.len())
            .take_while(|&next| weekdays & (1 << next) != 0)
            .count();
        match run {
            0 => day += 1,
            1 | 2 => parts.extend(WEEKDAYS[day..day + run].iter().map(|&name| name.to_owned())),
            _ => parts.push(format!("{}〜{}", WEEKDAYS[day], WEEKDAYS[day + run - 1])),
        }
        day += run;
    }
    parts
}

/// `4月〜9月の`, `偶数月の`; nothing for all year.
fn write_months(months: u16) -> String {
    match months {
        0 => return String::new(),
        season::EVEN => return "偶数月の".to_owned(),
        season::ODD => return "奇数月の".to_owned(),
        _ => {}
    }
    let is_in = |month: u16| months & (1 << ((month + 11) % 12)) != 0;
    // The one month behind which a run begins; all twelve are a run from January.
    let first = (1..=12).find(|&month| is_in(month) && !is_in(month + 11));
    let first = first.unwrap_or(1);
    let length = (0..12).take_while(|ahead| is_in(first + ahead)).count();
    let last = (usize::from(first) + length - 2) % 12 + 1;
    format!("{first}月〜{last}月の")
}

/// `毎月10日`, `毎月末日`.
fn write_monthly(dates: u32) -> Vec<String> {
    let days = (1..=31).filter(|&day| season::bit(day).is_some_and(|bit| dates & bit != 0));
    let mut parts: Vec<String> = days.map(|day| format!("毎月{day}日")).collect();
    if dates & LAST_OF_MONTH != 0 {
        parts.push("毎月末日".to_owned());
    }
    parts
}

fn write_nth((nth, day): &(Vec<u8>, u8)) -> String {
    let numbers: Vec<String> = nth.iter().map(|number| format!("第{number}")).collect();
    format!("{}{}", numbers.join("・"), WEEKDAYS[usize::from(*day)])
}

/// The days of a clause, in as many parts as the strict grammar needs.
fn write_open_days(days: &Days) -> Vec<String> {
    let mut parts = Vec::new();
    if days.every_day {
        parts.push("毎日".to_owned());
    }
    if days.workdays {
        parts.push("平日".to_owned());
    }
    let mut named = write_weekdays(days.weekdays);
    if days.holidays {
        named.push("祝".to_owned());
    }
    if !named.is_empty() {
        parts.push(named.join("・"));
    }
    parts.extend(days.nth.iter().map(write_nth));
    parts.extend(write_monthly(days.monthly));
    // A date on which something opens does not fit the strict grammar, which will say so.
    parts.extend(days.dates.iter().cloned());
    let season = write_months(days.months);
    parts.iter().map(|part| format!("{season}{part}")).collect()
}

fn write_off(off: &[Days]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let weekdays = off.iter().fold(0, |mask, days| mask | days.weekdays);
    parts.extend(
        (0..WEEKDAYS.len())
            .filter(|day| weekdays & (1 << day) != 0)
            .map(|day| WEEKDAYS[day].to_owned()),
    );
    for (nth, day) in off.iter().flat_map(|days| &days.nth) {
        parts.extend(nth.iter().map(|&nth| write_nth(&(vec![nth], *day))));
    }
    parts.extend(off.iter().flat_map(|days| write_monthly(days.monthly)));
    if off.iter().any(|days| days.holidays) {
        parts.push("祝日".to_owned());
    }
    parts.extend(off.iter().flat_map(|days| days.dates.iter().cloned()));
    let mut seen: Vec<String> = Vec::new();
    for part in parts {
        if !seen.contains(&part) {
            seen.push(part);
        }
    }
    seen.join("・")
}
