//! Days and moments as text, in the time of Japan.

use navigator::{Day, Moment};

/// `2026-11-21` (then it is noon) or `2026-11-21T10:30`, with or without seconds and `+09:00`.
#[must_use]
pub fn read_moment(text: &str) -> Option<Moment> {
    let text = text.strip_suffix("+09:00").unwrap_or(text);
    let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, "12:00"));
    let day: Vec<u16> = day.split('-').map(digits).collect::<Option<_>>()?;
    let &[year, month, date] = day.as_slice() else {
        return None;
    };
    let clock: Vec<u16> = time.split(':').map(digits).collect::<Option<_>>()?;
    let (hour, minute) = match *clock.as_slice() {
        [hour, minute] => (hour, minute),
        [hour, minute, 0..60] => (hour, minute),
        _ => return None,
    };
    let (month, date) = (u8::try_from(month).ok()?, u8::try_from(date).ok()?);
    (hour < 24 && minute < 60).then_some(())?;
    Some(Moment {
        day: Day::from_civil(i32::from(year), month, date)?,
        minute: hour * 60 + minute,
    })
}

/// Digits and nothing else: `parse` alone takes a sign too.
fn digits(text: &str) -> Option<u16> {
    let exact = text.bytes().all(|byte| byte.is_ascii_digit());
    exact.then(|| text.parse().ok()).flatten()
}

/// A day as `2026-11-24`.
#[must_use]
pub fn day_text(day: Day) -> String {
    let (year, month, date) = day.civil();
    format!("{year:04}-{month:02}-{date:02}")
}

/// A moment as `2026-11-24T08:45`.
#[must_use]
pub fn moment_text(moment: Moment) -> String {
    let (hour, minute) = (moment.minute / 60, moment.minute % 60);
    format!("{}T{hour:02}:{minute:02}", day_text(moment.day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_it_is_documented() {
        let moment = |minute| {
            let day = Day::from_civil(2026, 11, 21)?;
            Some(Moment { day, minute })
        };
        for (text, minute) in [
            ("2026-11-21", 720),
            ("2026-11-21+09:00", 720),
            ("2026-11-21T10:30", 630),
            ("2026-11-21 10:30", 630),
            ("2026-11-21T10:30+09:00", 630),
            ("2026-11-21T10:30:59+09:00", 630),
        ] {
            assert_eq!(read_moment(text), moment(minute), "{text}");
        }
    }

    #[test]
    fn what_is_nearly_a_moment_is_refused() {
        for text in [
            "",
            "2026-11",
            "2026-11-31",
            "2026-11-21-",
            "+2026-11-21",
            "2026-+11-21",
            "2026-11-21T+10:30",
            "2026-11-21T10:+30",
            "2026-11-21T24:00",
            "2026-11-21T10:60",
            "2026-11-21T10",
            "2026-11-21T10:30:",
            "2026-11-21T10:30:60",
            "2026-11-21T10:30:00:00",
            "2026-11-21T10:30Z",
            "2026-11-21T10:30+00:00",
            "2026-11-21T10:30+09:00+09:00",
        ] {
            assert_eq!(read_moment(text), None, "{text}");
        }
    }
}
