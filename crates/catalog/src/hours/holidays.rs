//! National holidays from the law, as a table for the compiled catalog.
//!
//! Source: 国民の祝日に関する法律 (昭和23年法律第178号, as amended by 平成30年法律第57号): §2 names the days,
//! §3.2 the substitute (振替休日), §3.3 the day between two (国民の休日); 建国記念の日となる日を定める政令
//! (昭和41年政令第376号) gives 2/11. The equinoxes are proclaimed for the next year each 1 February (暦要項,
//! 国立天文台); for later years they are computed, which has agreed with every proclamation since 1980.

use navigator::{Day, Holidays};

/// The first year of the table.
pub const FIRST_YEAR: i32 = 2025;
/// The last year of the table.
pub const LAST_YEAR: i32 = 2030;

const MONDAY: u8 = 0;
const SUNDAY: u8 = 6;

/// The table that every catalog carries.
#[must_use]
pub fn holidays() -> Holidays {
    let edge = |year, month, day| Day::from_civil(year, month, day).unwrap_or(Day(0));
    Holidays::new(
        edge(FIRST_YEAR, 1, 1),
        edge(LAST_YEAR, 12, 31),
        (FIRST_YEAR..=LAST_YEAR).flat_map(holidays_of).collect(),
    )
}

/// The national holidays of a year, earliest first. Right from 2022, when スポーツの日 and 海の日 were
/// back on their days, until the law changes; the equinoxes are computed for 1980 to 2099.
#[must_use]
pub fn holidays_of(year: i32) -> Vec<Day> {
    let named = named_by_law(year);
    let substitutes = named
        .iter()
        .filter(|day| day.weekday().0 == SUNDAY)
        .map(|&sunday| first_free_day_after(sunday, &named));
    let between = named
        .iter()
        .map(|day| day.plus(1))
        .filter(|day| !named.contains(day) && named.contains(&day.plus(1)));
    let mut all: Vec<Day> = substitutes.chain(between).chain(named.clone()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// §2, in the order of the year.
fn named_by_law(year: i32) -> Vec<Day> {
    let on = |month, day| Day::from_civil(year, month, day);
    [
        on(1, 1),                         // 元日
        nth_monday(year, 1, 2),           // 成人の日
        on(2, 11),                        // 建国記念の日
        on(2, 23),                        // 天皇誕生日
        on(3, equinox_day(year, SPRING)), // 春分の日
        on(4, 29),                        // 昭和の日
        on(5, 3),                         // 憲法記念日
        on(5, 4),                         // みどりの日
        on(5, 5),                         // こどもの日
        nth_monday(year, 7, 3),           // 海の日
        on(8, 11),                        // 山の日
        nth_monday(year, 9, 3),           // 敬老の日
        on(9, equinox_day(year, AUTUMN)), // 秋分の日
        nth_monday(year, 10, 2),          // スポーツの日
        on(11, 3),                        // 文化の日
        on(11, 23),                       // 勤労感謝の日
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// §3.2: 「その日後においてその日に最も近い「国民の祝日」でない日」.
fn first_free_day_after(sunday: Day, named: &[Day]) -> Day {
    let mut day = sunday.plus(1);
    while named.contains(&day) {
        day = day.plus(1);
    }
    day
}

fn nth_monday(year: i32, month: u8, nth: i32) -> Option<Day> {
    let first = Day::from_civil(year, month, 1)?;
    let days_to_monday = (7 + i32::from(MONDAY) - i32::from(first.weekday().0)) % 7;
    Some(first.plus(days_to_monday + 7 * (nth - 1)))
}

/// Day of March 1980 of the equinox, in millionths.
const SPRING: i32 = 20_843_100;
/// Day of September 1980 of the equinox, in millionths.
const AUTUMN: i32 = 23_248_800;

/// The day of the month, for 1980 to 2099: 新こよみ便利帳 (海上保安庁水路部, 暦計算研究会編).
fn equinox_day(year: i32, in_1980: i32) -> u8 {
    /// What the tropical year has over 365 days, in millionths.
    const DRIFT: i32 = 242_194;
    let years = year - 1980;
    let day = (in_1980 + DRIFT * years).div_euclid(1_000_000) - years.div_euclid(4);
    u8::try_from(day).unwrap_or(0)
}
