//! A town's own sheets: its windows and services, hours, plan, parts of town and settings.

use crate::fault::Faults;
use crate::hours::{
    CLOSURES_MEND, HOURS_MEND, check_agreement, known_until, read_closures, read_loose, read_spans,
};
use crate::knowledge::{Knowledge, read_toml};
use crate::phone::{PHONE_MEND, Phone};
use crate::sheets::{Row, Sheet};
use crate::sources::Sources;
use navigator::{Channels, Confidence, Day, Form, Hours, PlanLevel, Via};
use serde::Deserialize;
use std::collections::HashMap;

/// The columns of `entries.csv`.
pub const ENTRY_COLUMNS: [&str; 43] = [
    "id",
    "名前",
    "やさしい名前",
    "よみ",
    "運営",
    "種類",
    "形",
    "すること",
    "使える人",
    "条件",
    "相談できる人",
    "区域",
    "電話",
    "電話の種類",
    "電話を出す",
    "ほかの番号",
    "FAX",
    "メール",
    "フォーム",
    "チャット",
    "訪問",
    "来所",
    "住所",
    "行き方",
    "受付時間",
    "休み",
    "時間の補足",
    "予約",
    "費用",
    "言語",
    "持ち物",
    "最初に言うこと",
    "施策",
    "URL",
    "出典",
    "出典日",
    "確認日",
    "確かさ",
    "有効開始",
    "有効終了",
    "状態",
    "推定",
    "メモ",
];

/// A row of `entries.csv` or `lines.csv`, read but not joined yet.
#[derive(Clone, Debug)]
pub struct EntryRow {
    /// The sheet's row, for faults found later.
    pub row: usize,
    /// Id.
    pub id: String,
    /// Shown to residents.
    pub published: bool,
    /// Who runs it.
    pub operator: String,
    /// The kinds by id.
    pub kinds: Vec<navigator::KindId>,
    /// The measures by id.
    pub measures: Vec<String>,
    /// The number, if one is given.
    pub phone: Option<Phone>,
    /// The number may be shown.
    pub phone_shown: bool,
    /// Everything else, as it will be compiled; kinds, measures, phone and areas are still empty.
    pub entry: navigator::Entry,
}

impl EntryRow {
    /// The numbers to call, with their columns.
    fn numbers(&self) -> impl Iterator<Item = (&'static str, Phone)> + '_ {
        let others = self.entry.channels.other_phones.iter();
        let others = others.filter_map(|other| Phone::read(number_in(other)).ok());
        let own = self.phone.iter().cloned();
        own.map(|phone| ("電話", phone))
            .chain(others.map(|phone| ("ほかの番号", phone)))
    }
}

/// The number in `03-6745-5600（IP電話から）`.
fn number_in(text: &str) -> &str {
    text.split('（').next().unwrap_or("").trim()
}

/// A row of `plan.csv`.
#[derive(Clone, Debug)]
pub struct PlanRow {
    /// The sheet's row.
    pub row: usize,
    /// Id.
    pub id: String,
    /// Goal, direction or measure.
    pub level: PlanLevel,
    /// Id of what it stands under.
    pub parent: String,
    /// The plan's words.
    pub name: String,
    /// 市 or 社協.
    pub owner: String,
    /// The plan's paragraph.
    pub text: String,
}

/// A row of `areas.csv`.
#[derive(Clone, Debug)]
pub struct AreaRow {
    /// The sheet's row.
    pub row: usize,
    /// Name of the part of town.
    pub name: String,
    /// Its reading.
    pub reading: String,
    /// Its district.
    pub district: String,
    /// Ids of the entries in charge.
    pub entries: Vec<String>,
}

/// `town.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TownSettings {
    /// Id; the folder's name.
    pub id: String,
    /// 朝霞市.
    pub name: String,
    /// あさかし.
    pub reading: String,
    /// 埼玉県.
    pub prefecture: String,
    /// Id of the entry with the switchboard's number.
    pub switchboard: String,
    /// The row of that id.
    #[serde(skip)]
    pub switchboard_row: usize,
    /// Title of the plan.
    pub plan_title: String,
    /// Where the plan's words were read.
    pub plan_source: String,
    /// How the town writes some words.
    pub words: Words,
    /// Whose data it is built from.
    pub credits: Vec<Credit>,
}

/// How the town writes some words (障害 / 障がい).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Pairs of what the knowledge writes and what the town writes.
    pub replace: Vec<(String, String)>,
    /// Names of laws and institutions that stay as they are.
    pub keep: Vec<String>,
}

impl Words {
    /// The text in the town's own words.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        'next: while let Some(c) = rest.chars().next() {
            for kept in &self.keep {
                if let Some(after) = rest.strip_prefix(kept.as_str()) {
                    out.push_str(kept);
                    rest = after;
                    continue 'next;
                }
            }
            for (from, to) in &self.replace {
                if let Some(after) = rest.strip_prefix(from.as_str()) {
                    out.push_str(to);
                    rest = after;
                    continue 'next;
                }
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
        out
    }
}

/// Whose data, under which licence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credit {
    /// Its name.
    pub name: String,
    /// Its author, where that is not in the name.
    #[serde(default)]
    pub author: String,
    /// Its address.
    pub url: String,
    /// Its licence.
    pub license: String,
    /// The sentence that is shown.
    pub text: String,
}

/// Everything under `catalog/towns/<id>`.
#[derive(Debug)]
pub struct TownSheets {
    /// The folder, as `towns/asaka`.
    pub folder: String,
    /// Settings.
    pub settings: TownSettings,
    /// Windows and services.
    pub entries: Vec<EntryRow>,
    /// Parts of town.
    pub areas: Vec<AreaRow>,
    /// The plan.
    pub plan: Vec<PlanRow>,
}

impl TownSheets {
    /// Reads all of a town's sheets, noting every fault.
    pub fn read(sources: &Sources, knowledge: &Knowledge, id: &str, faults: &mut Faults) -> Self {
        let folder = format!("towns/{id}");
        let read = read_toml(sources, &format!("{folder}/town.toml"), faults);
        let (mut settings, text): (TownSettings, String) = read.unwrap_or_default();
        let row_of = |key: &str| {
            let mut lines = text.lines();
            lines
                .position(|line| line.starts_with(key))
                .map_or(0, |place| place + 1)
        };
        settings.switchboard_row = row_of("switchboard");
        if settings.id != id && !settings.id.is_empty() {
            faults.add(
                &format!("{folder}/town.toml"),
                row_of("id"),
                "id",
                format!("「{}」がフォルダーの名前「{id}」とちがいます", settings.id),
                "同じにします",
            );
        }
        let hours = read_hours(sources, &folder, faults);
        let sheet = Sheet::read(
            sources,
            &format!("{folder}/entries.csv"),
            &ENTRY_COLUMNS,
            faults,
        );
        sheet.check_ids("id", faults);
        let entries = sheet
            .rows
            .iter()
            .map(|row| read_entry(row, &hours, knowledge, faults))
            .collect();
        Self {
            entries,
            areas: read_areas(sources, &folder, faults),
            plan: read_plan(sources, &folder, faults),
            folder,
            settings,
        }
    }

    /// The name of a sheet of this town.
    #[must_use]
    pub fn sheet(&self, name: &str) -> String {
        format!("{}/{name}", self.folder)
    }
}

fn read_hours(sources: &Sources, folder: &str, faults: &mut Faults) -> HashMap<String, Hours> {
    let sheet = Sheet::read(
        sources,
        &format!("{folder}/hours.csv"),
        &[
            "名前",
            "受付時間",
            "休み",
            "有効開始",
            "有効終了",
            "補足",
            "出典",
        ],
        faults,
    );
    let mut named = HashMap::new();
    for row in &sheet.rows {
        let name = row.text("名前");
        if name.is_empty() {
            row.fault(faults, "名前", "空です", "短い名前（例: 市役所）を書きます");
            continue;
        }
        let mut hours = hours_of_cells(row, "受付時間", "休み", faults);
        row.text("補足").clone_into(&mut hours.note);
        (hours.valid_from, hours.valid_until) = validity(row, faults);
        if named.insert(name.clone(), hours).is_some() {
            row.fault(
                faults,
                "名前",
                format!("「{name}」が2回あります"),
                "どちらかの名前を変えます",
            );
        }
    }
    named
}

fn hours_of_cells(row: &Row, open: &str, off: &str, faults: &mut Faults) -> Hours {
    let spans = read_spans(row.cell(open));
    let closures = read_closures(row.cell(off));
    // Where another way of writing is understood, the mend is the exact text.
    let mend = |otherwise: &str| {
        read_loose(row.cell(open), row.cell(off))
            .map_or_else(|_| otherwise.to_owned(), |loose| loose.mend())
    };
    for (column, fault, how) in [
        (open, spans.as_ref().err(), HOURS_MEND),
        (off, closures.as_ref().err(), CLOSURES_MEND),
    ] {
        if let Some(fault) = fault {
            let what = format!("「{}」を読めません。{}", fault.part, fault.what);
            row.fault(faults, column, what, mend(how));
        }
    }
    let (spans, closures) = (spans.unwrap_or_default(), closures.unwrap_or_default());
    if let Err(fault) = check_agreement(&spans, &closures) {
        let what = format!("「{}」が食いちがいます。{}", fault.part, fault.what);
        row.fault(faults, off, what, "どちらかから消します");
    }
    let text = match (row.cell(open), row.cell(off)) {
        ("", _) => String::new(),
        (open, "") => open.to_owned(),
        (open, off) => format!("{open}（休み: {off}）"),
    };
    Hours {
        text,
        spans,
        closures,
        ..Hours::default()
    }
}

fn validity(row: &Row, faults: &mut Faults) -> (Option<Day>, Option<Day>) {
    let from = day(row, "有効開始", faults);
    let until = day(row, "有効終了", faults);
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        row.fault(
            faults,
            "有効終了",
            "終わりが始まりより前です",
            "日付を入れかえるか、直します",
        );
    }
    (from, until)
}

fn day(row: &Row, column: &str, faults: &mut Faults) -> Option<Day> {
    let text = row.cell(column);
    if text.is_empty() {
        return None;
    }
    let day = read_day(text);
    if day.is_none() {
        row.fault(
            faults,
            column,
            format!("「{text}」は日付ではありません"),
            "「2026-07-27」のように書きます",
        );
    }
    day
}

/// `2026-07-27`; Excel's `2026/7/27` is read too.
#[must_use]
pub fn read_day(text: &str) -> Option<Day> {
    let mut parts = text.split(['-', '/']);
    let year: i32 = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let date: u8 = parts.next()?.parse().ok()?;
    if parts.next().is_some() || !(1900..=2200).contains(&year) {
        return None;
    }
    Day::from_civil(year, month, date)
}

/// `2026-07-27`, `2026-07`, `2026`: sources often say no more. What Excel makes of it (`2026/7/27`) is
/// read too; what it makes of a month alone (`Jul-26`) is not.
fn read_source_date(text: &str) -> Option<String> {
    if let Some(day) = read_day(text) {
        let (year, month, date) = day.civil();
        return Some(format!("{year}-{month:02}-{date:02}"));
    }
    let (year, month) = text.split_once(['-', '/']).unwrap_or((text, "1"));
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = matches!(month.parse(), Ok(1..=12u8));
    (text.is_empty() || (is_year && is_month)).then(|| text.to_owned())
}

/// Reads one row of `entries.csv` or `lines.csv`. A cell that cannot be read is a fault and counts as
/// its column's most usual word, so that nothing else is said to be missing for it.
pub fn read_entry(
    row: &Row,
    named_hours: &HashMap<String, Hours>,
    knowledge: &Knowledge,
    faults: &mut Faults,
) -> EntryRow {
    for column in ["名前", "よみ", "すること", "出典", "種類"] {
        if row.cell(column).is_empty() {
            row.fault(faults, column, "空です", "資料のとおりに書きます");
        }
    }
    if row.cell("やさしい名前").chars().count() > 20 {
        row.fault(faults, "やさしい名前", "20字をこえています", "短くします");
    }
    let kinds = knowledge.kinds_of(&row.list("種類"), |id| {
        row.fault(
            faults,
            "種類",
            format!("「{id}」という種類はありません"),
            "kinds.csv の id を書きます",
        );
    });
    let form = row.choice(
        faults,
        "形",
        &[
            ("窓口", Form::Window),
            ("サービス", Form::Service),
            ("施設", Form::Facility),
            ("電話", Form::Hotline),
        ],
    );
    let confidence = row.choice(
        faults,
        "確かさ",
        &[
            ("高", Confidence::High),
            ("中", Confidence::Medium),
            ("低", Confidence::Low),
        ],
    );
    let published = row.choice(
        faults,
        "状態",
        &[("公開", true), ("下書き", false), ("非公開", false)],
    );
    let phone = read_phone(row, "電話", knowledge, faults);
    let via = if row.cell("電話").is_empty() {
        Via::Direct
    } else {
        let kinds = [
            ("直通", Via::Direct),
            ("運営元", Via::Operator),
            ("代表", Via::Switchboard),
        ];
        let via = row.choice(faults, "電話の種類", &kinds);
        via.unwrap_or(Via::Direct)
    };
    let phone_shown = row.choice(
        faults,
        "電話を出す",
        &[("出す", true), ("", true), ("出さない", false)],
    );
    for other in row.list("ほかの番号") {
        check_number(row, "ほかの番号", number_in(&other), knowledge, faults);
    }
    let fax = row.text("FAX");
    for part in fax.split(';').filter(|part| !part.trim().is_empty()) {
        check_number(row, "FAX", number_in(part), knowledge, faults);
    }
    if !row.cell("メール").is_empty() && !row.cell("メール").contains('@') {
        row.fault(
            faults,
            "メール",
            "メールアドレスではありません",
            "「@」のあるアドレスを書きます",
        );
    }
    for column in ["フォーム", "URL"] {
        let url = row.cell(column);
        if !url.is_empty() && !url.starts_with("https://") && !url.starts_with("http://") {
            row.fault(
                faults,
                column,
                "URL ではありません",
                "「https://」から書きます",
            );
        }
    }
    let yes = |column: &str, faults: &mut Faults| {
        row.choice(faults, column, &[("", false), ("あり", true)])
    };
    let visits = yes("訪問", faults).unwrap_or(false);
    let walk_in = yes("来所", faults).unwrap_or(false);
    let (valid_from, valid_until) = validity(row, faults);
    let checked = day(row, "確認日", faults);
    let source_date = read_source_date(row.cell("出典日")).unwrap_or_else(|| {
        row.fault(
            faults,
            "出典日",
            format!("「{}」は日付ではありません", row.cell("出典日")),
            "「2026-07-27」「2026-07」「2026」のどれかの形で書きます",
        );
        String::new()
    });
    let mut hours = match named_hours.get(row.cell("受付時間")) {
        Some(named) => {
            if !row.cell("休み").is_empty() {
                row.fault(
                    faults,
                    "休み",
                    "hours.csv の名前を使うときは、休みは書けません",
                    "空にするか、受付時間を文で書きます",
                );
            }
            named.clone()
        }
        None => {
            let mut own = hours_of_cells(row, "受付時間", "休み", faults);
            own.valid_until =
                confidence.and_then(|confidence| known_until(&own, confidence, row.cell("出典日")));
            own
        }
    };
    let note = row.cell("時間の補足");
    if !note.is_empty() {
        if !hours.note.is_empty() {
            hours.note.push(' ');
        }
        hours.note.push_str(note);
    }
    let entry = navigator::Entry {
        id: row.text("id"),
        form: form.unwrap_or(Form::Window),
        level: navigator::Level::Town,
        name: row.text("名前"),
        plain: row.text("やさしい名前"),
        reading: row.text("よみ"),
        kinds: Vec::new(),
        what: row.text("すること"),
        who: row.text("使える人"),
        fits: condition(row, knowledge, faults),
        askers: row.list("相談できる人"),
        area: row.text("区域"),
        channels: Channels {
            phone: String::new(),
            other_phones: row.list("ほかの番号"),
            fax,
            mail: row.text("メール"),
            form: row.text("フォーム"),
            chat: row.text("チャット"),
            visits,
            walk_in,
            address: row.text("住所"),
            access: row.text("行き方"),
        },
        via,
        hours,
        reservation: row.text("予約"),
        cost: row.text("費用"),
        languages: row.list("言語"),
        bring: row.text("持ち物"),
        say: row.text("最初に言うこと"),
        measures: Vec::new(),
        url: row.text("URL"),
        source: row.text("出典"),
        source_date,
        checked,
        confidence: confidence.unwrap_or(Confidence::High),
        valid_from,
        valid_until,
        areas: Vec::new(),
    };
    EntryRow {
        row: row.number,
        id: row.text("id"),
        operator: row.text("運営"),
        published: published.unwrap_or(true),
        kinds,
        measures: row.list("施策"),
        phone,
        phone_shown: phone_shown.unwrap_or(true),
        entry,
    }
}

fn condition(row: &Row, knowledge: &Knowledge, faults: &mut Faults) -> navigator::Expr {
    let read = crate::read_condition(row.cell("条件"), &knowledge.vocabulary);
    read.unwrap_or_else(|fault| {
        row.fault(
            faults,
            "条件",
            format!("{}文字目: {}", fault.position, fault.what),
            fault.mend,
        );
        navigator::Expr::Always
    })
}

fn read_phone(
    row: &Row,
    column: &str,
    knowledge: &Knowledge,
    faults: &mut Faults,
) -> Option<Phone> {
    let text = row.cell(column);
    if text.is_empty() {
        return None;
    }
    check_number(row, column, text, knowledge, faults)
}

fn check_number(
    row: &Row,
    column: &str,
    text: &str,
    knowledge: &Knowledge,
    faults: &mut Faults,
) -> Option<Phone> {
    match Phone::read(text) {
        Ok(phone) => {
            if let Some(right) = knowledge.stale_numbers.get(&phone.digits()) {
                row.fault(
                    faults,
                    column,
                    format!("{phone} は使ってはいけない古い番号です"),
                    format!("正しい番号（{right}）を公式ページで確かめて書きます"),
                );
            }
            Some(phone)
        }
        Err(what) => {
            row.fault(faults, column, what, PHONE_MEND);
            None
        }
    }
}

fn read_plan(sources: &Sources, folder: &str, faults: &mut Faults) -> Vec<PlanRow> {
    let sheet = Sheet::read(
        sources,
        &format!("{folder}/plan.csv"),
        &["id", "種別", "親", "名前", "担当", "説明"],
        faults,
    );
    sheet.check_ids("id", faults);
    let mut plan: Vec<PlanRow> = Vec::new();
    for row in &sheet.rows {
        let level = row.choice(
            faults,
            "種別",
            &[
                ("基本目標", PlanLevel::Goal),
                ("方向性", PlanLevel::Direction),
                ("施策", PlanLevel::Measure),
            ],
        );
        let parent = row.text("親");
        let goes_without = level.map_or(parent.is_empty(), |level| level == PlanLevel::Goal);
        if goes_without != parent.is_empty() {
            row.fault(
                faults,
                "親",
                "基本目標だけが親を持ちません",
                "上にある行の id を書きます（基本目標では空にします）",
            );
        } else if !parent.is_empty() && !plan.iter().any(|item| item.id == parent) {
            row.fault(
                faults,
                "親",
                format!("「{parent}」という行が上にありません"),
                "上にある行の id を書きます",
            );
        }
        if row.cell("名前").is_empty() {
            row.fault(faults, "名前", "空です", "計画の言葉のまま書きます");
        }
        plan.push(PlanRow {
            row: row.number,
            id: row.text("id"),
            // A word that cannot be read is one fault, and not one of every row that names this one.
            level: level.unwrap_or(if parent.is_empty() {
                PlanLevel::Goal
            } else {
                PlanLevel::Measure
            }),
            parent,
            name: row.text("名前"),
            owner: row.text("担当"),
            text: row.text("説明"),
        });
    }
    plan
}

fn read_areas(sources: &Sources, folder: &str, faults: &mut Faults) -> Vec<AreaRow> {
    let sheet = Sheet::read(
        sources,
        &format!("{folder}/areas.csv"),
        &["町名", "よみ", "圏域", "担当"],
        faults,
    );
    let mut areas: Vec<AreaRow> = Vec::new();
    for row in &sheet.rows {
        let name = row.text("町名");
        if name.is_empty() {
            row.fault(faults, "町名", "空です", "町名を書きます");
        }
        if areas.iter().any(|area| area.name == name) {
            row.fault(
                faults,
                "町名",
                format!("「{name}」が2回あります"),
                "1行にまとめます",
            );
        }
        areas.push(AreaRow {
            row: row.number,
            name,
            reading: row.text("よみ"),
            district: row.text("圏域"),
            entries: row.list("担当"),
        });
    }
    areas
}

/// A local number that stands in two towns sends somebody to the wrong city hall.
pub fn check_across_towns(towns: &[TownSheets], faults: &mut Faults) {
    let mut seen: HashMap<String, (&TownSheets, &EntryRow)> = HashMap::new();
    for town in towns {
        for entry in &town.entries {
            for (column, phone) in entry.numbers() {
                if phone.is_nationwide() {
                    continue;
                }
                let (first_town, first) = *seen.entry(phone.digits()).or_insert((town, entry));
                if first_town.folder != town.folder {
                    faults.add(
                        &town.sheet("entries.csv"),
                        entry.row,
                        column,
                        format!(
                            "{phone} は {} {}行にもあります",
                            first_town.sheet("entries.csv"),
                            first.row
                        ),
                        "どちらの町の番号か確かめます。2つの町で使う電話は knowledge/lines.csv に書きます",
                    );
                }
            }
        }
    }
}
