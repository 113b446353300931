//! What `catalog why` found, as lines for staff: the verdict first, then what it rests on.

use super::changes::{Change, Changes};
use super::kinds::{Kind, KindRole, Speaker};
use super::line::Line;
use super::report::{AreaLine, Valid, Why};
use super::shown::{Offered, Part};
use crate::reports::words::{StandingId, TruthId};

impl Why<'_> {
    /// As lines.
    #[must_use]
    pub fn words(&self) -> String {
        let mut lines = vec![self.verdict()];
        let obstacles = self.in_the_way.iter().map(|one| one.words);
        let points = self.reasons.iter().map(String::as_str).chain(obstacles);
        lines.extend(points.map(|words| format!("  ・{words}")));
        for one in &self.unknown {
            lines.push(format!("  まだわからないこと: {}", one.text));
        }
        if self.always {
            lines.push("  （どの画面にもいつも出ている電話です）".to_owned());
        }
        lines.push("\n窓口の種類:".to_owned());
        self.kinds
            .iter()
            .for_each(|kind| kind_lines(kind, &mut lines));
        lines.push("\n条件:".to_owned());
        lines.push(format!("  窓口の条件: {}", line_words(&self.own_line)));
        lines.push(format!("  有効な期間: {}", valid_words(&self.valid)));
        lines.push(format!("  町: {}", area_words(&self.area)));
        if self.switchboard {
            let now = match self.private {
                true => "。今は暴力のきけんがある",
                false => "",
            };
            lines.push(format!(
                "  電話: 代表番号（暴力のきけんがあるときは出さない）{now}"
            ));
        }
        lines.extend(
            self.open_words
                .iter()
                .map(|words| format!("  受付: {words}")),
        );
        lines.push("\n1つ変えると変わる答え:".to_owned());
        lines.extend(change_lines(&self.changed_by));
        lines.push(String::new());
        lines.join("\n")
    }

    fn verdict(&self) -> String {
        let name = format!("{}（{}）", self.name, self.entry);
        let (Some(rank), Some(card)) = (self.rank, &self.card) else {
            return format!("× {name}: 案内に出ていません。");
        };
        let standing = match self.standing {
            Some(StandingId::Fits) => offered_words(Offered::Fits),
            _ => offered_words(Offered::Maybe),
        };
        let place = match self.part {
            Some(Part::Role) => {
                format!("{rank}枚目「{}」の中（同じ電話 {}）", card.name, card.phone)
            }
            Some(Part::Alternative) => {
                format!("{rank}枚目「{}」の中（町によって担当がちがう）", card.name)
            }
            _ => format!("{rank}枚目"),
        };
        let danger = match (self.crisis, self.urgent) {
            (true, _) => "、きけんのときの電話",
            (false, true) => "、今日か明日のうちに電話する所",
            (false, false) => "",
        };
        let joined = if self.joined_up {
            "、まとめて聞く窓口"
        } else {
            ""
        };
        format!("○ {name}: {place}、{standing}{danger}{joined}")
    }
}

fn offered_words(offered: Offered) -> &'static str {
    match offered {
        Offered::Crisis => "きけんのときの電話",
        Offered::Urgent => "今日か明日のうちに電話する所",
        Offered::Fits => "「相談できます」",
        Offered::Maybe => "「聞いてみる価値があります」",
        Offered::NotSuggested => "案内に出ない",
    }
}

fn kind_lines(kind: &Kind<'_>, lines: &mut Vec<String>) {
    let role = match kind.role {
        KindRole::Main => "おもな種類",
        KindRole::Side => "かねる種類",
        KindRole::StandsIn => "代わりに聞く種類",
    };
    lines.push(format!("  {}（{}、{role}）", kind.name, kind.kind));
    if kind.spoken_for_by.is_empty() {
        lines.push("    求めているもの: なし".to_owned());
    }
    for speaker in &kind.spoken_for_by {
        lines.push(format!("    求めているもの: {}", speaker_words(speaker)));
    }
    // Their conditions are in the JSON: written out, they would bury everything else.
    let needs = kind.would_be_by.needs.iter().map(|one| one.need);
    let rules = kind.would_be_by.rules.iter().map(|one| one.rule);
    lines.push(format!(
        "    ほかに求めるもの: 困りごと {} ／ きまり {}",
        needs.collect::<Vec<_>>().join("、"),
        rules.collect::<Vec<_>>().join("、")
    ));
    lines.push(format!("    役に立つ相手: {}", line_words(&kind.line)));
}

fn speaker_words(speaker: &Speaker<'_>) -> String {
    match speaker {
        Speaker::Need { need, words, .. } => format!("困りごと {need}「{words}」"),
        Speaker::Rule {
            rule, words, sure, ..
        } => {
            let perhaps = if *sure { "" } else { "かもしれない" };
            format!("きまり {rule}「{words}」{perhaps}")
        }
        Speaker::JoinedUp { words, .. } | Speaker::Fallback { words, .. } => (*words).to_owned(),
    }
}

fn line_words(line: &Line<'_>) -> String {
    let truth = match line.truth {
        TruthId::Yes => "あてはまる",
        TruthId::No => "あてはまらない",
        TruthId::Unknown => "まだわからない",
    };
    let questions = line.questions.iter();
    let said: Vec<String> = questions
        .map(|one| format!("{}={}", one.question, one.said))
        .collect();
    if said.is_empty() {
        format!("{truth}（{}）", line.when)
    } else {
        format!("{truth}（{}。答え: {}）", line.when, said.join("、"))
    }
}

fn valid_words(valid: &Valid) -> String {
    if valid.from.is_none() && valid.until.is_none() {
        return "いつでも".to_owned();
    }
    let day = |day: &Option<String>| day.clone().unwrap_or_default();
    let mark = if valid.holds {
        "有効"
    } else {
        "期間の外"
    };
    let (from, until) = (day(&valid.from), day(&valid.until));
    format!("{from}〜{until}（{} は{mark}）", valid.day)
}

fn area_words(area: &AreaLine<'_>) -> String {
    if area.in_charge_of.is_empty() {
        return "どこに住んでいても".to_owned();
    }
    let said = match area.holds {
        TruthId::Yes => "あてはまる",
        TruthId::No => "ほかの町の担当",
        TruthId::Unknown => "町がまだわからない",
    };
    format!("{}（{said}）", area.in_charge_of.join("、"))
}

fn change_lines(changed: &Changes<'_>) -> Vec<String> {
    let answers = changed.answers.iter().map(|one| {
        let becomes = offered_words(one.becomes);
        format!(
            "  {}「{}」に {} → {becomes}",
            one.question, one.text, one.answer_text
        )
    });
    let areas = changed.areas.iter();
    let areas = areas.map(|one| format!("  町が{} → {}", one.area, offered_words(one.becomes)));
    let mut lines: Vec<String> = answers.chain(areas).collect();
    for (change, words) in [(Change::Added, "を足す"), (Change::TakenBack, "を外す")] {
        for becomes in Offered::ALL {
            let needs = changed.needs.iter();
            let needs = needs.filter(|one| one.change == change && one.becomes == becomes);
            let ids: Vec<&str> = needs.map(|one| one.need).collect();
            if !ids.is_empty() {
                let becomes = offered_words(becomes);
                lines.push(format!("  困りごと{words} → {becomes}: {}", ids.join("、")));
            }
        }
    }
    if lines.is_empty() {
        lines.push("  なし".to_owned());
    }
    lines
}
