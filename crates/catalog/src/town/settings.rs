//! `town.toml`: a town's names, its switchboard, its plan and whose data it is built from.

use super::spelling::Words;
use crate::address::{PAGE_MEND, is_mail, read_page};
use crate::fault::Faults;
use crate::phone::Phone;
use crate::prefecture::is_prefecture;
use crate::sheets::{ID_MEND, Lines, Seen, is_plain_id, not_an_id, read_toml};
use crate::sources::Sources;
use crate::wording::{KANA_MEND, is_kana};
use serde::Deserialize;
use toml::Spanned;

/// `town.toml`.
#[derive(Clone, Debug, Default)]
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
    /// The row of that id; 0 if the file could not be read.
    pub switchboard_row: usize,
    /// Title of the plan.
    pub plan_title: String,
    /// Where the plan's words were read.
    pub plan_source: String,
    /// Who publishes the site for it; empty while that is not settled.
    pub operator: String,
    /// Whom to tell of a fault: a page, a mail address or a number; empty likewise.
    pub contact: String,
    /// How the town writes some words.
    pub words: Words,
    /// Whose data it is built from.
    pub credits: Vec<Credit>,
}

/// Whose data, under which licence.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SettingsFile {
    id: Spanned<String>,
    name: Spanned<String>,
    reading: Spanned<String>,
    prefecture: Spanned<String>,
    switchboard: Spanned<String>,
    plan_title: Spanned<String>,
    plan_source: Spanned<String>,
    operator: Option<Spanned<String>>,
    contact: Option<Spanned<String>>,
    words: Spanned<Words>,
    #[serde(default)]
    credits: Vec<Credit>,
}

/// Reads the file of the town whose folder has this name.
pub fn read(sources: &Sources, folder: &str, faults: &mut Faults) -> Seen<TownSettings> {
    let name = format!("towns/{folder}/town.toml");
    let Some((file, lines)) = read_toml::<SettingsFile>(sources, &name, faults) else {
        return Seen::default();
    };
    let before = faults.count();
    check(&file, &lines, folder, &mut |row, key, what, mend| {
        faults.add(&name, row, key, what, mend);
    });
    let settings = TownSettings {
        switchboard_row: lines.row(&file.switchboard),
        id: file.id.into_inner(),
        name: file.name.into_inner(),
        reading: file.reading.into_inner(),
        prefecture: file.prefecture.into_inner(),
        switchboard: file.switchboard.into_inner(),
        plan_title: file.plan_title.into_inner(),
        plan_source: file.plan_source.into_inner(),
        operator: file.operator.map(Spanned::into_inner).unwrap_or_default(),
        contact: file.contact.map(Spanned::into_inner).unwrap_or_default(),
        words: file.words.into_inner(),
        credits: file.credits,
    };
    if faults.count() == before {
        Seen::all(settings)
    } else {
        Seen::part(settings)
    }
}

/// Names that the published site has for something else: the country's file, the parts that come late.
const TAKEN: [&str; 3] = ["knowledge", "parts", "desk"];
/// Longer ids make links that no QR code holds well.
const LONGEST_ID: usize = 30;

/// Takes row, key, what is wrong and what to do.
type Tell<'f> = &'f mut dyn FnMut(usize, &str, String, &str);

fn check(file: &SettingsFile, lines: &Lines, folder: &str, tell: Tell) {
    check_id(file, lines, folder, tell);
    check_texts(file, lines, tell);
    check_operator(file, lines, tell);
    check_names(file, lines, tell);
    check_contact(file, lines, tell);
    check_prefecture(file, lines, tell);
    check_spelling(file, lines, tell);
}

/// The folder, the id and the address of the town are one name.
fn check_id(file: &SettingsFile, lines: &Lines, folder: &str, tell: Tell) {
    let id = file.id.get_ref();
    if !is_plain_id(folder) {
        tell(
            0,
            "id",
            not_an_id(folder),
            &format!("フォルダーの名前を{ID_MEND}"),
        );
    } else if TAKEN.contains(&folder) {
        let what = format!("「{folder}」は、公開するときにほかのものの名前です");
        tell(0, "id", what, "フォルダーと id の名前を変えます");
    } else if folder.len() > LONGEST_ID {
        let what = format!("「{folder}」は{LONGEST_ID}字をこえています");
        tell(0, "id", what, "フォルダーと id の名前を短くします");
    } else if id != folder {
        let what = format!("「{id}」がフォルダーの名前「{folder}」とちがいます");
        tell(lines.row(&file.id), "id", what, "同じにします");
    }
}

fn check_texts(file: &SettingsFile, lines: &Lines, tell: Tell) {
    let texts = [
        ("name", &file.name),
        ("reading", &file.reading),
        ("switchboard", &file.switchboard),
        ("plan_title", &file.plan_title),
    ];
    for (key, text) in texts.iter().filter(|(_, text)| text.get_ref().is_empty()) {
        tell(lines.row(text), key, "空です".to_owned(), "言葉を書きます");
    }
}

/// Who publishes this site is a name, or is not settled yet.
fn check_operator(file: &SettingsFile, lines: &Lines, tell: Tell) {
    if let Some(operator) = file.operator.as_ref().filter(|own| is_blank(own.get_ref())) {
        let mend = "だれが出しているかを書きます。決まっていなければ「\"\"」にします";
        tell(
            lines.row(operator),
            "operator",
            "空白だけです".to_owned(),
            mend,
        );
    }
    if let Some(operator) = &file.operator
        && read_page(operator.get_ref()).is_ok() | is_mail(operator.get_ref())
    {
        let what = format!("「{}」は、名前ではありません", operator.get_ref());
        let mend = "だれが出しているかを、名前で書きます。知らせる先は contact に書きます";
        tell(lines.row(operator), "operator", what, mend);
    }
}

fn check_prefecture(file: &SettingsFile, lines: &Lines, tell: Tell) {
    if !is_prefecture(file.prefecture.get_ref()) {
        let what = format!(
            "「{}」という都道府県はありません",
            file.prefecture.get_ref()
        );
        let mend = "「埼玉県」「東京都」のように、正式な名前で書きます";
        tell(lines.row(&file.prefecture), "prefecture", what, mend);
    }
}

fn check_spelling(file: &SettingsFile, lines: &Lines, tell: Tell) {
    if let Some((what, mend)) = file.words.get_ref().fault() {
        tell(lines.row(&file.words), "words", what, mend);
    }
}

fn is_blank(text: &str) -> bool {
    !text.is_empty() && text.trim().is_empty()
}

/// Whom to tell can be told: it is one page, one mail address or one number.
fn check_contact(file: &SettingsFile, lines: &Lines, tell: Tell) {
    let Some(contact) = &file.contact else {
        return;
    };
    let text = contact.get_ref();
    let opens = read_page(text).is_ok() || is_mail(text) || Phone::read(text).is_ok();
    if !text.is_empty() && !opens {
        let what = format!("「{text}」は、URL でもメールアドレスでも電話番号でもありません");
        let mend = "知らせる先を1つだけ書きます。決まっていなければ空にします";
        tell(lines.row(contact), "contact", what, mend);
    } else if Phone::read(text).is_ok_and(|phone| phone.is_short()) {
        let what = format!("{text} は、まちがいを知らせる先になれません");
        tell(
            lines.row(contact),
            "contact",
            what,
            "市役所などの番号を書きます",
        );
    }
}

/// A municipality's name ends with what it is, its reading is kana, and its credits lead somewhere.
fn check_names(file: &SettingsFile, lines: &Lines, tell: Tell) {
    let (name, reading) = (file.name.get_ref(), file.reading.get_ref());
    let is_one = name.ends_with(['市', '区', '町', '村']) && name.chars().count() > 1;
    if !name.is_empty() && !is_one {
        let what = format!("「{name}」は市区町村の名前ではありません");
        tell(
            lines.row(&file.name),
            "name",
            what,
            "「朝霞市」のように、正式な名前で書きます",
        );
    }
    if !is_kana(reading) {
        let what = format!("「{reading}」に、ひらがなでない字があります");
        tell(lines.row(&file.reading), "reading", what, KANA_MEND);
    }
    for (at, credit) in file.credits.iter().enumerate() {
        if file.credits[..at].contains(credit) {
            let what = format!("「{}」が2回あります", credit.name);
            tell(0, "credits", what, "1つにします");
        }
        if let Err(what) = read_page(&credit.url) {
            tell(0, "credits", what, PAGE_MEND);
        }
        if [&credit.name, &credit.license, &credit.text]
            .iter()
            .any(|text| text.trim().is_empty())
        {
            let what = format!("「{}」に空の言葉があります", credit.name);
            tell(
                0,
                "credits",
                what,
                "name と license と text に言葉を書きます",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_may_not_have_a_name_that_the_site_has_for_something_else() {
        for (folder, refused) in [
            ("knowledge", true),
            ("parts", true),
            ("desk", true),
            ("asaka", false),
        ] {
            let text = format!(
                "id = \"{folder}\"\nname = \"朝霞市\"\nreading = \"あさかし\"\nprefecture = \"埼玉県\"\nswitchboard = \"hall\"\nplan_title = \"計画\"\nplan_source = \"市\"\ncredits = []\nwords = {{ replace = [], keep = [] }}\n"
            );
            let mut sources = Sources::default();
            sources.insert(format!("towns/{folder}/town.toml"), text);
            let mut faults = Faults::default();
            read(&sources, folder, &mut faults);
            let told: Vec<String> = faults.sorted().iter().map(ToString::to_string).collect();
            assert_eq!(
                told.iter().any(|fault| fault.contains("ほかのものの名前")),
                refused,
                "{told:?}"
            );
            assert_eq!(told.len(), usize::from(refused), "{told:?}");
        }
    }
}
