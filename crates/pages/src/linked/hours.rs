//! Opening hours as schema.org has them: days of a week with one range each. Seasons, days of a month and every second week
//! have no place there, so hours with any of these are left to the page.

use navigator::{Closure, Day, Hours, OnHolidays, Season, Span};
use serde_json::{Value, json};

/// In the order of [`Span::weekdays`].
const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
/// What schema.org calls a national holiday.
const HOLIDAYS: &str = "PublicHolidays";
const MIDNIGHT: u16 = 24 * 60;

/// The ranges of a week; nothing where they would not be the whole truth on an ordinary day.
pub fn week(hours: &Hours, day: Day) -> Option<Vec<Value>> {
    let plain = hours.hold_on(day)
        && !hours.spans.is_empty()
        && hours.spans.iter().all(is_plain)
        && hours.closures.iter().all(is_for_holidays);
    plain.then(|| hours.spans.iter().map(range).collect())
}

fn is_plain(span: &Span) -> bool {
    let each_week = span.nth == 0 && span.dates == 0 && span.season == Season::Always;
    each_week && span.until <= MIDNIGHT
}

fn is_for_holidays(closure: &Closure) -> bool {
    matches!(closure, Closure::Holidays | Closure::Yearly { .. })
}

fn range(span: &Span) -> Value {
    let weekdays = DAYS.iter().enumerate();
    let open = weekdays.filter(|(place, _)| span.weekdays >> place & 1 == 1);
    let holidays = (span.on_holidays == OnHolidays::Open).then_some(HOLIDAYS);
    let days: Vec<&str> = open.map(|(_, name)| *name).chain(holidays).collect();
    json!({
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": days,
        "opens": time(span.from),
        "closes": time(span.until),
    })
}

/// A day has no 24:00 there: its last minute stands for it.
fn time(minutes: u16) -> String {
    let minutes = minutes.min(MIDNIGHT - 1);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
