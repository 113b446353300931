//! What is true in every town: kinds, needs, questions, rules, and the lines of country and
//! prefectures.

use crate::condition::{Vocabulary, read_condition};
use crate::fault::Faults;
use crate::sheets::Sheet;
use crate::sources::Sources;
use crate::town::{ENTRY_COLUMNS, EntryRow, read_entry};
use navigator::{Expr, KindId, Level, PerAsker, RuleSort};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use toml::Spanned;

const KINDS: &str = "knowledge/kinds.csv";
const NEEDS: &str = "knowledge/needs.csv";
const FIELDS: &str = "knowledge/fields.csv";
const LINES: &str = "knowledge/lines.csv";
const STALE: &str = "knowledge/stale_numbers.csv";
const QUESTIONS: &str = "knowledge/questions.toml";
const RULES: &str = "knowledge/rules.toml";

/// Everything under `catalog/knowledge`, read and checked in itself.
#[derive(Debug, Default)]
pub struct Knowledge {
    /// Window kinds, without conditions and entries.
    pub kinds: Vec<KindRow>,
    /// Fields of trouble in the order in which they are shown: the name in the sheets, and the one that
    /// residents read.
    pub fields: Vec<(String, String)>,
    /// Troubles.
    pub needs: Vec<NeedRow>,
    /// Questions.
    pub questions: Vec<navigator::Question>,
    /// The row of `questions.toml` with each question's condition.
    pub question_rows: Vec<usize>,
    /// Rules.
    pub rules: Vec<navigator::Rule>,
    /// When a kind can help, by kind.
    pub fits: Vec<Expr>,
    /// Kinds that can hear somebody where a kind is missing, by kind.
    pub instead: Vec<Vec<KindId>>,
    /// Kinds offered to everybody at the end.
    pub fallback: Vec<KindId>,
    /// The joined-up window's kind.
    pub joined_up: Option<KindId>,
    /// Ids of lines that stand on every page.
    pub always: Vec<String>,
    /// The row of `rules.toml` that names them.
    always_row: usize,
    /// Lines of prefectures and the country, with where they serve.
    pub lines: Vec<(Reach, EntryRow)>,
    /// Digits of numbers that must not be used, with what to use.
    pub stale_numbers: HashMap<String, String>,
    /// What conditions may name.
    pub vocabulary: Vocabulary,
}

/// Where a line serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The whole country.
    Nation,
    /// One prefecture, by name.
    Prefecture(String),
}

impl Reach {
    /// True if people of this prefecture may call.
    #[must_use]
    pub fn covers(&self, prefecture: &str) -> bool {
        match self {
            Self::Nation => true,
            Self::Prefecture(name) => name == prefecture,
        }
    }

    /// The level that its entries have.
    #[must_use]
    pub fn level(&self) -> Level {
        match self {
            Self::Nation => Level::Nation,
            Self::Prefecture(_) => Level::Prefecture,
        }
    }
}

/// A row of `kinds.csv`.
#[derive(Clone, Debug)]
pub struct KindRow {
    /// Id.
    pub id: String,
    /// Field of windows.
    pub field: String,
    /// Plain name.
    pub plain: String,
}

/// A row of `needs.csv`.
#[derive(Clone, Debug)]
pub struct NeedRow {
    /// Id.
    pub id: String,
    /// Field of trouble.
    pub field: String,
    /// The resident's words.
    pub words: String,
    /// The same in やさしい日本語.
    pub plain: String,
    /// Kinds to go to first.
    pub first: Vec<KindId>,
    /// Kinds that may help too.
    pub also: Vec<KindId>,
    /// Needs several offices by nature.
    pub compound: bool,
    /// No trouble but the wish to help.
    pub giving: bool,
    /// What wears out those who help.
    pub strain: bool,
    /// Hard to say before others: stays out of links unless it is put in on purpose.
    pub sensitive: bool,
    /// Search words.
    pub search: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionsFile {
    question: Vec<Spanned<QuestionToml>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionToml {
    id: String,
    name: String,
    text: String,
    #[serde(default)]
    family: String,
    #[serde(default)]
    supporter: String,
    why: String,
    cost: u8,
    #[serde(default)]
    multiple: bool,
    when: Spanned<String>,
    options: Vec<OptionToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OptionToml {
    id: String,
    name: String,
    text: String,
    #[serde(default)]
    family: String,
    #[serde(default)]
    supporter: String,
    #[serde(default)]
    alone: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    always: Spanned<Vec<String>>,
    fallback: Spanned<Vec<String>>,
    joined_up: Spanned<String>,
    fits: BTreeMap<String, Spanned<String>>,
    instead: BTreeMap<String, Spanned<Vec<String>>>,
    rule: Vec<Spanned<RuleToml>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleToml {
    id: String,
    sort: String,
    #[serde(default)]
    stop: bool,
    #[serde(default)]
    private: bool,
    words: String,
    when: Spanned<String>,
    first: Vec<String>,
    also: Vec<String>,
    source: String,
}

impl Knowledge {
    /// Reads all of it, noting every fault.
    pub fn read(sources: &Sources, faults: &mut Faults) -> Self {
        let mut knowledge = Self::default();
        knowledge.read_kinds(sources, faults);
        knowledge.read_fields(sources, faults);
        knowledge.read_needs(sources, faults);
        knowledge.read_questions(sources, faults);
        knowledge.read_rules(sources, faults);
        // Before the lines: their numbers are compared with these.
        knowledge.read_stale_numbers(sources, faults);
        knowledge.read_lines(sources, faults);
        knowledge
    }

    /// The position of a kind.
    #[must_use]
    pub fn kind(&self, id: &str) -> Option<KindId> {
        let place = self.kinds.iter().position(|kind| kind.id == id)?;
        u16::try_from(place).ok().map(KindId)
    }

    /// The kinds of a list; unknown ids are faults, unless the sheet of kinds could not be read at all.
    pub fn kinds_of(&self, ids: &[String], mut unknown: impl FnMut(&str)) -> Vec<KindId> {
        ids.iter()
            .filter_map(|id| {
                let kind = self.kind(id);
                if kind.is_none() && !self.kinds.is_empty() {
                    unknown(id);
                }
                kind
            })
            .collect()
    }

    fn read_kinds(&mut self, sources: &Sources, faults: &mut Faults) {
        let sheet = Sheet::read(
            sources,
            KINDS,
            &[
                "id",
                "分野",
                "名前",
                "やさしい名前",
                "だれのため",
                "すること",
                "根拠",
                "根拠の確かさ",
                "広さ",
                "印",
            ],
            faults,
        );
        sheet.check_ids("id", faults);
        for row in &sheet.rows {
            for column in ["分野", "名前", "やさしい名前", "だれのため", "すること"]
            {
                if row.cell(column).is_empty() {
                    row.fault(faults, column, "空です", "言葉を書きます");
                }
            }
            self.kinds.push(KindRow {
                id: row.text("id"),
                field: row.text("分野"),
                plain: row.text("やさしい名前"),
            });
        }
    }

    fn read_fields(&mut self, sources: &Sources, faults: &mut Faults) {
        let sheet = Sheet::read(sources, FIELDS, &["分野", "見せる名前"], faults);
        for row in &sheet.rows {
            for column in ["分野", "見せる名前"] {
                if row.cell(column).is_empty() {
                    row.fault(faults, column, "空です", "言葉を書きます");
                }
            }
            self.fields.push((row.text("分野"), row.text("見せる名前")));
        }
    }

    fn read_needs(&mut self, sources: &Sources, faults: &mut Faults) {
        let sheet = Sheet::read(
            sources,
            NEEDS,
            &[
                "id",
                "分野",
                "言葉",
                "やさしい言葉",
                "最初の窓口",
                "ほかの窓口",
                "確かめること",
                "印",
                "聞く人",
                "検索の言葉",
            ],
            faults,
        );
        sheet.check_ids("id", faults);
        for row in &sheet.rows {
            let mut kinds = |column: &str| {
                self.kinds_of(&row.list(column), |id| {
                    row.fault(
                        faults,
                        column,
                        format!("「{id}」という種類はありません"),
                        "kinds.csv の id を書きます",
                    );
                })
            };
            let (first, also) = (kinds("最初の窓口"), kinds("ほかの窓口"));
            if row.list("最初の窓口").is_empty() {
                row.fault(
                    faults,
                    "最初の窓口",
                    "空です",
                    "いちばん先に行く種類を書きます",
                );
            }
            if !self.fields.is_empty()
                && !self
                    .fields
                    .iter()
                    .any(|(field, _)| field == row.cell("分野"))
            {
                row.fault(
                    faults,
                    "分野",
                    format!(
                        "「{}」という分野は fields.csv にありません",
                        row.cell("分野")
                    ),
                    "fields.csv の分野を書くか、fields.csv に行を足します",
                );
            }
            for column in ["分野", "言葉", "やさしい言葉"] {
                if row.cell(column).is_empty() {
                    row.fault(faults, column, "空です", "言葉を書きます");
                }
            }
            self.vocabulary
                .needs
                .push((row.text("id"), row.text("分野")));
            self.needs.push(NeedRow {
                id: row.text("id"),
                field: row.text("分野"),
                words: row.text("言葉"),
                plain: row.text("やさしい言葉"),
                first,
                also,
                compound: row.list("印").iter().any(|mark| mark == "compound"),
                giving: row.list("印").iter().any(|mark| mark == "giving"),
                strain: row.list("印").iter().any(|mark| mark == "strain"),
                sensitive: row
                    .list("印")
                    .iter()
                    .any(|mark| mark == "sensitive" || mark == "safety"),
                search: row.list("検索の言葉"),
            });
        }
    }

    fn read_questions(&mut self, sources: &Sources, faults: &mut Faults) {
        let Some((file, text)) = read_toml::<QuestionsFile>(sources, QUESTIONS, faults) else {
            return;
        };
        let questions = with_rows(file.question, &text);
        for (row, question) in &questions {
            let names: Vec<String> = question.options.iter().map(|o| o.name.clone()).collect();
            if names.len() < 2 || names.len() > navigator::OptionSet::CAPACITY {
                faults.add(
                    QUESTIONS,
                    *row,
                    &question.id,
                    format!("選択肢が{}個です", names.len()),
                    "2個から64個にします",
                );
            }
            if !(1..=4).contains(&question.cost) {
                faults.add(
                    QUESTIONS,
                    *row,
                    &question.id,
                    format!("cost が{}です", question.cost),
                    "1（かるい）から4（とても答えにくい）にします",
                );
            }
            let same_row = |text| (*row, text);
            unique(
                QUESTIONS,
                question.options.iter().map(|o| same_row(&o.id)),
                faults,
            );
            unique(
                QUESTIONS,
                question.options.iter().map(|o| same_row(&o.name)),
                faults,
            );
            self.vocabulary
                .questions
                .push((question.name.clone(), question.multiple, names));
        }
        unique(
            QUESTIONS,
            questions.iter().map(|(row, q)| (*row, &q.id)),
            faults,
        );
        unique(
            QUESTIONS,
            questions.iter().map(|(row, q)| (*row, &q.name)),
            faults,
        );
        let condition_row = |question: &QuestionToml| row_of(&text, question.when.span().start);
        self.question_rows = questions.iter().map(|(_, q)| condition_row(q)).collect();
        self.questions = questions
            .into_iter()
            .map(|(_, question)| navigator::Question {
                ask_when: self.condition(QUESTIONS, &text, &question.id, &question.when, faults),
                id: question.id,
                text: PerAsker {
                    myself: question.text,
                    family: question.family,
                    supporter: question.supporter,
                },
                why: PerAsker {
                    myself: question.why,
                    ..PerAsker::default()
                },
                options: question
                    .options
                    .into_iter()
                    .map(|option| navigator::Choice {
                        id: option.id,
                        text: PerAsker {
                            myself: option.text,
                            family: option.family,
                            supporter: option.supporter,
                        },
                        alone: option.alone,
                    })
                    .collect(),
                multiple: question.multiple,
                cost: question.cost,
            })
            .collect();
    }

    fn read_rules(&mut self, sources: &Sources, faults: &mut Faults) {
        self.fits = vec![Expr::Always; self.kinds.len()];
        self.instead = vec![Vec::new(); self.kinds.len()];
        let Some((file, text)) = read_toml::<RulesFile>(sources, RULES, faults) else {
            return;
        };
        let known = |row: usize, place: &str, ids: &[String], faults: &mut Faults| {
            self.kinds_of(ids, |id| {
                faults.add(
                    RULES,
                    row,
                    place,
                    format!("「{id}」という種類はありません"),
                    "kinds.csv の id を書きます",
                );
            })
        };
        let always_row = row_of(&text, file.always.span().start);
        let row = row_of(&text, file.fallback.span().start);
        let fallback = known(row, "fallback", file.fallback.get_ref(), faults);
        let row = row_of(&text, file.joined_up.span().start);
        let joined_up = known(row, "joined_up", &[file.joined_up.into_inner()], faults);
        let mut fits = self.fits.clone();
        for (id, when) in &file.fits {
            let row = row_of(&text, when.span().start);
            let kind = known(row, "fits", std::slice::from_ref(id), faults);
            let when = self.condition(RULES, &text, &format!("fits.{id}"), when, faults);
            if let Some(kind) = kind.first() {
                fits[kind.index()] = when;
            }
        }
        let mut instead = self.instead.clone();
        for (id, ids) in &file.instead {
            let row = row_of(&text, ids.span().start);
            let kind = known(row, "instead", std::slice::from_ref(id), faults);
            let others = known(row, "instead", ids.get_ref(), faults);
            if let Some(kind) = kind.first() {
                instead[kind.index()] = others;
            }
        }
        let rows = with_rows(file.rule, &text);
        unique(
            RULES,
            rows.iter().map(|(row, rule)| (*row, &rule.id)),
            faults,
        );
        let mut rules = Vec::new();
        for (row, rule) in rows {
            let sort = match rule.sort.as_str() {
                "crisis" => RuleSort::Crisis {
                    stop: rule.stop,
                    private: rule.private,
                },
                "compound" => RuleSort::Compound,
                "gate" => RuleSort::Gate,
                other => {
                    faults.add(
                        RULES,
                        row,
                        &rule.id,
                        format!("sort「{other}」は使えません"),
                        "crisis、compound、gate のどれかにします",
                    );
                    RuleSort::Gate
                }
            };
            if matches!(rule.sort.as_str(), "compound" | "gate") {
                for (mark, set) in [("stop", rule.stop), ("private", rule.private)] {
                    if set {
                        faults.add(
                            RULES,
                            row,
                            &rule.id,
                            format!("{mark} は crisis だけで使えます"),
                            "この行を消すか、sort を crisis にします",
                        );
                    }
                }
            }
            if rule.source.is_empty() || rule.words.is_empty() {
                faults.add(
                    RULES,
                    row,
                    &rule.id,
                    "words か source が空です",
                    "理由の言葉と、もとにした資料を書きます",
                );
            }
            rules.push(navigator::Rule {
                when: self.condition(RULES, &text, &rule.id, &rule.when, faults),
                first: known(row, &rule.id, &rule.first, faults),
                also: known(row, &rule.id, &rule.also, faults),
                id: rule.id,
                words: rule.words,
                sort,
            });
        }
        self.always = file.always.into_inner();
        self.always_row = always_row;
        self.fallback = fallback;
        self.joined_up = joined_up.first().copied();
        self.fits = fits;
        self.instead = instead;
        self.rules = rules;
    }

    fn condition(
        &self,
        sheet: &str,
        text: &str,
        place: &str,
        when: &Spanned<String>,
        faults: &mut Faults,
    ) -> Expr {
        read_condition(when.get_ref(), &self.vocabulary).unwrap_or_else(|fault| {
            faults.add(
                sheet,
                row_of(text, when.span().start),
                place,
                format!("条件の{}文字目: {}", fault.position, fault.what),
                fault.mend,
            );
            Expr::Always
        })
    }

    fn read_lines(&mut self, sources: &Sources, faults: &mut Faults) {
        let mut columns = vec!["地域"];
        columns.extend(ENTRY_COLUMNS.iter().filter(|&&column| column != "施策"));
        let sheet = Sheet::read(sources, LINES, &columns, faults);
        sheet.check_ids("id", faults);
        for row in &sheet.rows {
            let reach = match row.cell("地域") {
                "全国" => Reach::Nation,
                name if name.ends_with(['都', '道', '府', '県']) => {
                    Reach::Prefecture(name.to_owned())
                }
                other => {
                    row.fault(
                        faults,
                        "地域",
                        format!("「{other}」は使えません"),
                        "「全国」か都道府県の名前（埼玉県、東京都）にします",
                    );
                    Reach::Nation
                }
            };
            let entry = read_entry(row, &HashMap::new(), self, faults);
            self.lines.push((reach, entry));
        }
        for id in &self.always {
            let mut lines = self.lines.iter().map(|(_, line)| line);
            if !lines.any(|line| line.id == *id && line.published) {
                faults.add(
                    RULES,
                    self.always_row,
                    "always",
                    format!("「{id}」という公開の電話は lines.csv にありません"),
                    "lines.csv の id を書くか、その行を「公開」にします",
                );
            }
        }
    }

    fn read_stale_numbers(&mut self, sources: &Sources, faults: &mut Faults) {
        let sheet = Sheet::read(
            sources,
            STALE,
            &["まちがい", "正しい番号", "窓口", "どこで見たか"],
            faults,
        );
        for row in &sheet.rows {
            let wrong: String = row
                .cell("まちがい")
                .chars()
                .filter(char::is_ascii_digit)
                .collect();
            let is_number = row
                .cell("まちがい")
                .chars()
                .all(|c| c.is_ascii_digit() || c == '-');
            if is_number && wrong.len() >= 9 {
                self.stale_numbers.insert(wrong, row.text("正しい番号"));
            }
        }
    }
}

/// Reads a TOML file and gives its text beside it; what is wrong is a fault with its line.
pub fn read_toml<T: serde::de::DeserializeOwned>(
    sources: &Sources,
    name: &str,
    faults: &mut Faults,
) -> Option<(T, String)> {
    let Some(bytes) = sources.get(name) else {
        faults.add(
            name,
            0,
            "",
            "読めません（見つかりません）",
            "この名前のファイルを置きます",
        );
        return None;
    };
    let Ok(text) = String::from_utf8(bytes.to_owned()) else {
        faults.add(
            name,
            0,
            "",
            "文字の形式が UTF-8 ではありません",
            "UTF-8 で保存します（メモ帳では「名前を付けて保存」の「文字コード」）",
        );
        return None;
    };
    match toml::from_str(&text) {
        Ok(file) => Some((file, text)),
        Err(problem) => {
            let row = problem.span().map_or(0, |span| row_of(&text, span.start));
            faults.add(
                name,
                row,
                "",
                format!("書き方がちがいます（{}）", problem.message()),
                "となりの行と同じ形にします",
            );
            None
        }
    }
}

/// The row in which a place of a text stands.
fn row_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or("").matches('\n').count() + 1
}

fn with_rows<T>(items: Vec<Spanned<T>>, text: &str) -> Vec<(usize, T)> {
    items
        .into_iter()
        .map(|item| (row_of(text, item.span().start), item.into_inner()))
        .collect()
}

fn unique<'a>(sheet: &str, ids: impl Iterator<Item = (usize, &'a String)>, faults: &mut Faults) {
    let mut seen: HashMap<&String, usize> = HashMap::new();
    for (row, id) in ids {
        if let Some(first) = seen.insert(id, row) {
            let also = if first == row {
                "2回あります".to_owned()
            } else {
                format!("{first}行にもあります")
            };
            faults.add(
                sheet,
                row,
                id,
                format!("「{id}」は{also}"),
                "どちらかの名前を変えます",
            );
        }
    }
}
