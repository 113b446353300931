//! The pages that need no program: everything has one place, every link leads somewhere, and the rules on violence
//! and on numbers hold as in the app.

// A fault of the sheets themselves is shown as it is.
#![allow(clippy::expect_used, clippy::panic)]

#[path = "../../catalog/tests/tiny/mod.rs"]
mod tiny;

use catalog::Compiled;
use navigator::{Answer, Answers, Catalog, Day, Form, PlanLevel, RuleSort, Via, suggest};
use std::collections::{BTreeMap, BTreeSet};
use tiny::{Sheets, real_towns};

fn day() -> Day {
    Day::from_civil(2026, 11, 22).expect("a day")
}

fn real() -> Vec<Compiled> {
    real_towns()
}

fn pages(towns: &[Compiled]) -> BTreeMap<String, String> {
    pages::lists(towns, day()).into_iter().collect()
}

/// The values of an attribute, as they are written.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let open = format!(" {name}=\"");
    let values = html.split(&open).skip(1);
    values.filter_map(|rest| rest.split('"').next()).collect()
}

/// The part of a page that an anchor opens, up to the next one of its sort.
fn section<'a>(html: &'a str, id: &str) -> &'a str {
    let open = format!("<section class=\"need\" id=\"{id}\">");
    let (_, rest) = html.split_once(&open).expect(id);
    rest.split("</section>").next().unwrap_or(rest)
}

#[test]
fn every_entry_need_and_measure_has_one_anchor() {
    let towns = real();
    let pages = pages(&towns);
    for Compiled {
        id: town, catalog, ..
    } in &towns
    {
        let anchors = |file: &str| values(&pages[&format!("{town}/{file}")], "id");
        let expect = |file: &str, ids: Vec<&str>| {
            let found = anchors(file);
            for id in ids {
                let times = found.iter().filter(|found| **found == id).count();
                assert_eq!(times, 1, "{town}/{file}#{id}");
            }
        };
        let valid = catalog
            .entries
            .iter()
            .filter(|entry| entry.is_valid_on(day()));
        expect(
            "windows.html",
            valid.map(|entry| entry.id.as_str()).collect(),
        );
        expect(
            "needs.html",
            catalog.needs.iter().map(|need| need.id.as_str()).collect(),
        );
        expect(
            "plan.html",
            catalog.plan.iter().map(|item| item.id.as_str()).collect(),
        );
    }
}

#[test]
fn no_anchor_stands_twice_and_every_link_leads_somewhere() {
    let pages = pages(&real());
    for (path, html) in &pages {
        let ids = values(html, "id");
        assert_eq!(
            ids.iter().collect::<BTreeSet<_>>().len(),
            ids.len(),
            "{path}"
        );
        for id in values(html, "aria-labelledby") {
            assert!(ids.contains(&id), "{path}: {id}");
        }
        for link in values(html, "href") {
            if link.starts_with("https://")
                || link.starts_with("http://")
                || link.starts_with("tel:")
                || link.starts_with("mailto:")
            {
                continue;
            }
            // A picture, which the build puts there.
            if link.starts_with("#i-") {
                continue;
            }
            if link.starts_with("../") {
                // The app's own page, its icon and the style sheet, which the build puts there.
                let known = ["../index.html", "../icon.svg", "../lists.css"];
                assert!(
                    known.iter().any(|known| link.starts_with(known)),
                    "{path}: {link}"
                );
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let folder = path.split('/').next().unwrap_or_default();
            let target = if file.is_empty() {
                path.clone()
            } else {
                format!("{folder}/{file}")
            };
            let target = pages
                .get(&target)
                .unwrap_or_else(|| panic!("{path}: {link}"));
            assert!(
                anchor.is_empty() || values(target, "id").contains(&anchor),
                "{path}: {link}"
            );
        }
    }
}

/// The kinds that the rules against violence lead to first.
fn guarded_kinds(catalog: &Catalog) -> BTreeSet<usize> {
    let private = |sort| matches!(sort, RuleSort::Crisis { private: true, .. });
    let rules = catalog.rules.iter().filter(|rule| private(rule.sort));
    rules
        .flat_map(|rule| rule.first.iter().map(|kind| kind.index()))
        .collect()
}

#[test]
fn no_switchboard_stands_under_troubles_with_violence() {
    let towns = real();
    let pages = pages(&towns);
    let mut seen = 0;
    for Compiled {
        id: town, catalog, ..
    } in &towns
    {
        let hall = &catalog.entry(catalog.town.switchboard).channels.phone;
        let page = &pages[&format!("{town}/needs.html")];
        for id in catalog.need_ids() {
            let mut answers = Answers::default();
            answers.needs = Answer::Chosen(std::iter::once(id).collect());
            let outcome = suggest(catalog, &answers, day());
            // Whoever is beaten by a grown child leaves no trace either, but the town's own desk is in charge of it.
            if outcome.private && outcome.crisis {
                seen += 1;
                let need = &catalog.need(id).id;
                let part = section(page, need);
                assert!(part.contains("href=\"tel:"), "{town} {need}");
                assert!(!part.contains(hall.as_str()), "{town} {need}");
                assert!(!part.contains("代表番号"), "{town} {need}");
            }
        }
    }
    assert!(seen > 4, "only {seen} troubles with violence");
}

#[test]
fn windows_against_violence_offer_no_switchboard_anywhere() {
    let towns = real();
    let pages = pages(&towns);
    let mut seen = 0;
    for Compiled {
        id: town, catalog, ..
    } in &towns
    {
        let guarded = guarded_kinds(catalog);
        let hall = &catalog.entry(catalog.town.switchboard).channels.phone;
        for entry in catalog
            .entries
            .iter()
            .filter(|entry| entry.via == Via::Switchboard)
        {
            if !entry
                .kinds
                .first()
                .is_some_and(|main| guarded.contains(&main.index()))
            {
                continue;
            }
            seen += 1;
            let open = format!("<article class=\"card\" id=\"{}\">", entry.id);
            let page = &pages[&format!("{town}/windows.html")];
            let card = page
                .split(&open)
                .nth(1)
                .and_then(|rest| rest.split("</article>").next());
            let card = card.expect("a card");
            assert!(
                card.contains("href=\"tel:") && !card.contains(hall.as_str()),
                "{}",
                entry.id
            );
            for file in ["needs.html", "plan.html"] {
                let page = &pages[&format!("{town}/{file}")];
                for row in page.split(&format!("windows.html#{}\"", entry.id)).skip(1) {
                    let row = row.split("</li>").next().unwrap_or(row);
                    assert!(!row.contains(hall.as_str()), "{file}: {}", entry.id);
                }
            }
        }
    }
    assert!(seen > 0, "there is such a window to look at");
}

#[test]
fn titles_name_no_trouble_and_no_window() {
    for (path, html) in pages(&real()) {
        let title = html
            .split("<title>")
            .nth(1)
            .and_then(|rest| rest.split("</title>").next());
        let title = title.expect("a title");
        let known = [
            "窓口の一覧",
            "困りごとから見る",
            "窓口をあいうえお順に見る",
            "計画から見る",
            "アクセシビリティ",
        ];
        let towns = ["朝霞市", "狛江市"];
        let parts: Vec<&str> = title.split('｜').collect();
        assert!(
            matches!(parts.as_slice(), [name, town, "まどぐちナビ"] if known.contains(name) && towns.contains(town)),
            "{path}: {title}"
        );
    }
}

#[test]
fn headings_go_down_one_step_at_a_time_and_no_program_is_named() {
    for (path, html) in pages(&real()) {
        let levels: Vec<u32> = html
            .split("<h")
            .skip(1)
            .filter_map(|rest| rest.chars().next()?.to_digit(10))
            .collect();
        assert_eq!(
            levels.iter().filter(|level| **level == 1).count(),
            1,
            "{path}"
        );
        for pair in levels.windows(2) {
            assert!(
                pair[1] <= pair[0] + 1,
                "{path}: h{} after h{}",
                pair[1],
                pair[0]
            );
        }
        assert!(html.contains("id=\"leave\" href=\"https://www.jma.go.jp/\""));
        // A page is read without a script; what one adds is the page's own, and a block of data is none.
        for script in html.split("<script").skip(1) {
            let own = [
                ">",
                " type=\"module\" src=\"../parts/tools.js\">",
                " type=\"application/ld+json\">",
            ];
            assert!(own.iter().any(|own| script.starts_with(own)), "{path}");
        }
        for word in ["<style", " style=", " onclick=", ".wasm"] {
            assert!(!html.contains(word), "{path}: {word}");
        }
        assert!(html.contains("lang=\"ja\"") && html.contains("class=\"skip\" href=\"#main\""));
    }
}

#[test]
fn numbers_are_dialled_with_their_hash_and_said_digit_by_digit() {
    let pages = pages(&real());
    for (path, html) in &pages {
        for number in values(html, "href")
            .iter()
            .filter_map(|link| link.strip_prefix("tel:"))
        {
            let digits = number.strip_prefix("%23").unwrap_or(number);
            assert!(
                digits.bytes().all(|byte| byte.is_ascii_digit()),
                "{path}: {number}"
            );
        }
    }
    assert!(pages["asaka/windows.html"].contains("href=\"tel:%238008\""));
    assert!(pages["asaka/windows.html"].contains("番号は シャープ 8 0 0 8"));
}

#[test]
fn what_is_not_known_of_a_window_is_named() {
    let towns = real();
    let pages = pages(&towns);
    let mut seen = 0;
    for Compiled {
        id: town, catalog, ..
    } in &towns
    {
        let page = &pages[&format!("{town}/windows.html")];
        for entry in &catalog.entries {
            if !entry.is_valid_on(day()) || entry.form == Form::Hotline || !entry.bring.is_empty() {
                continue;
            }
            seen += 1;
            let open = format!("<article class=\"card\" id=\"{}\">", entry.id);
            let card = page
                .split(&open)
                .nth(1)
                .and_then(|rest| rest.split("</article>").next());
            let unknown = card.and_then(|card| card.split("まだ分かっていないこと: ").nth(1));
            assert!(
                unknown.is_some_and(|names| names.contains("持ち物")),
                "{}",
                entry.id
            );
        }
    }
    assert!(seen > 10);
}

#[test]
fn the_same_day_gives_the_same_pages_and_expired_windows_are_gone() {
    let mut towns = real();
    assert_eq!(pages::lists(&towns, day()), pages::lists(&towns, day()));
    let catalog = &mut towns[0].catalog;
    let measured = catalog
        .plan
        .iter()
        .position(|item| item.level == PlanLevel::Measure);
    let measured = measured.expect("a measure");
    let mut gone = Vec::new();
    for entry in &mut catalog.entries {
        if entry
            .measures
            .iter()
            .any(|measure| measure.index() == measured)
        {
            entry.valid_until = Some(day().plus(-1));
            gone.push(entry.id.clone());
        }
    }
    let (town, measure) = (
        towns[0].id.clone(),
        towns[0].catalog.plan[measured].id.clone(),
    );
    let pages = pages(&towns);
    assert!(!gone.is_empty());
    for (path, html) in &pages {
        for id in gone.iter().filter(|_| path.starts_with(&town)) {
            assert!(!html.contains(&format!("#{id}\"")), "{path}: {id}");
            assert!(!values(html, "id").contains(&id.as_str()), "{path}: {id}");
        }
    }
    // The plan's promise stays, with somebody to ask.
    let page = &pages[&format!("{town}/plan.html")];
    assert!(section(page, &measure).contains("href=\"tel:"));
}

#[test]
fn signs_of_html_in_a_sheet_stay_text() {
    // The check refuses such a cell already; what is written is held to it all the same.
    let mut towns = Sheets::tiny().compile().expect("sheets without fault");
    for entry in &mut towns[0].catalog.entries {
        for text in [
            &mut entry.name,
            &mut entry.plain,
            &mut entry.what,
            &mut entry.bring,
            &mut entry.say,
        ] {
            *text = "話せます<b onclick=\"x\">&".to_owned();
        }
    }
    let pages = pages(&towns);
    assert!(pages["asaka/windows.html"].contains("話せます&lt;b onclick=&quot;x&quot;&gt;&amp;"));
    for (path, html) in pages {
        assert!(!html.contains("<b "), "{path}");
    }
}

#[test]
fn a_notice_stands_on_the_towns_page_with_its_days_until_it_is_over() {
    let mut towns = real();
    let date = |month, date| Day::from_civil(2026, month, date).expect("a day");
    towns[0].catalog.notices = vec![navigator::Notice {
        id: "iken".to_owned(),
        title: "計画への意見".to_owned(),
        text: "意見を集めています。".to_owned(),
        who: "市内に住む人".to_owned(),
        phone: "048-463-1111".to_owned(),
        first: date(11, 25),
        last: date(12, 4),
        ..navigator::Notice::default()
    }];
    let hub = |town: usize, day: Day| {
        let path = format!("{}/index.html", towns[town].id);
        let mut pages = pages::lists(&towns, day).into_iter();
        let found = pages.find(|(page, _)| *page == path);
        found.expect("a page").1
    };
    // Before its first day its days are said; no program could bring it in later.
    for day in [date(11, 22), date(11, 25), date(12, 4)] {
        let html = hub(0, day);
        let notice = section(&html, "notice-iken");
        assert!(
            notice.contains("2026年11月25日から2026年12月4日まで"),
            "{notice}"
        );
        assert!(notice.contains("tel:0484631111") && notice.contains("市内に住む人"));
    }
    assert!(!hub(0, date(12, 5)).contains("計画への意見"));
    assert!(!hub(1, date(11, 25)).contains("計画への意見"));
}
