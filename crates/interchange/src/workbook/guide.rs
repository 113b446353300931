//! The sheets that are only to be read: how the workbook is used, the kinds of windows, and the troubles.

use super::layout::{GUIDE, KINDS, NEEDS, SETTINGS};
use super::look;
use super::settings::Settings;
use crate::table::Table;
use catalog::Sources;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// How the workbook is used, a line each; the first words of a line that has a 「:」 stand out.
const LINES: [&str; 20] = [
    "このブックには、町の表がすべて入っています。直したら保存して、取りこむ人にわたします。",
    "",
    "窓口: 窓口・サービス・施設・電話。1行が1つの窓口です。",
    "計画: 町の計画の、基本目標・方向性・施策。",
    "町名: 町名と、担当の窓口。担当が町名で分かれない町は、見出しだけです。",
    "時間: よく使う受付時間に、名前をつけたもの。",
    "お知らせ: 始まりと終わりのある、町のお知らせ。",
    "出典: 何を見て書いたか。資料1つが1行です。",
    "設定: 町の名前、代表番号、計画の題など。右の「値」だけを直します。",
    "",
    "見出し: 茶色の見出しは、かならず書く欄です。まだ空なら、黄色になります。見出しにカーソルを合わせると、書き方が出ます。",
    "選ぶ欄: ▼が出る欄は、一覧から選びます。「もの忘れ・認知症の相談（ninchisho）」の（ ）の中は、窓口の種類の id です。",
    "いくつも書く欄: 「種類1」「種類2」のように分かれています。左からつめて書きます。",
    "赤い欄: まちがいがあります。カーソルを合わせると、直し方が出ます。",
    "足すとき: 表のいちばん下に1行書きます。id は、半角の小文字・数字・「-」「_」で、ほかの行と重ならない名前です。",
    "やめるとき: 行を消さずに、「状態」を「非公開」にします。",
    "並べかえ: 行を並べかえても、列を動かしても、しぼりこんだままでも、取りこめます。",
    "しないこと: シートの名前と見出しの名前は変えません。新しい列は足しません。出典のないことは書きません。",
    "書式: どの欄も「文字列」です。ほかのブックから写すときは「値の貼り付け」にします。日付は 2026-07-27 と書きます。",
    "保存: 「Excel ブック（.xlsx）」のまま保存します。LibreOffice でも、.xlsx で保存します。",
];

/// Writes how the workbook is used.
///
/// # Errors
/// As the writer's.
pub fn guide(sheet: &mut Worksheet, town: &str, settings: &Settings) -> Result<(), XlsxError> {
    sheet.set_name(GUIDE)?;
    sheet.set_column_width(0, 18)?.set_column_width(1, 100)?;
    let name = Some(settings.get("name"))
        .filter(|name| !name.is_empty())
        .unwrap_or(town);
    let title = format!("まどぐちナビ {name} の表");
    sheet.write_string_with_format(0, 0, title, &look::title())?;
    sheet.set_row_height(0, 26)?;
    // On paper, all of it is on one page.
    sheet.set_landscape().set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 1);
    for (row, line) in (2..).zip(LINES) {
        match line.split_once(": ") {
            Some((word, rest)) => {
                sheet.write_string_with_format(row, 0, word, &look::strong())?;
                sheet.write_string_with_format(row, 1, rest, &look::wide())?;
            }
            None => {
                sheet.write_string(row, 0, line)?;
            }
        }
    }
    sheet.protect();
    Ok(())
}

/// Writes the settings.
///
/// # Errors
/// As the writer's.
pub fn settings(sheet: &mut Worksheet, settings: &Settings) -> Result<(), XlsxError> {
    sheet.set_name(SETTINGS)?;
    let columns = [("項目", 60), ("名前", 22), ("値", 60), ("値2", 24)];
    for (at, (heading, width)) in (0..).zip(columns) {
        sheet.set_column_width(at, width)?;
        sheet.set_column_format(at, &look::cell())?;
        sheet.write_string_with_format(0, at, heading, &look::heading(false))?;
    }
    for (row, (label, setting)) in (1..).zip(settings.rows()) {
        let cells = [&label, &setting.key, &setting.value, &setting.second];
        for (at, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string_with_format(row, at, text, &look::cell())?;
        }
    }
    sheet.set_freeze_panes(1, 2)?;
    Ok(())
}

/// Writes the kinds of windows and the troubles.
///
/// # Errors
/// As the writer's.
pub fn kinds(sheet: &mut Worksheet, sources: &Sources) -> Result<(), XlsxError> {
    let columns = [
        "id",
        "分野",
        "やさしい名前",
        "名前",
        "だれのため",
        "すること",
    ];
    list(sheet, (KINDS, "kinds.csv"), &columns, sources)
}

/// The same of the troubles.
///
/// # Errors
/// As the writer's.
pub fn needs(sheet: &mut Worksheet, sources: &Sources) -> Result<(), XlsxError> {
    let columns = ["id", "分野", "言葉", "最初の窓口", "ほかの窓口"];
    list(sheet, (NEEDS, "needs.csv"), &columns, sources)
}

fn list(
    sheet: &mut Worksheet,
    (name, file): (&str, &str),
    columns: &[&str],
    sources: &Sources,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    let bytes = sources.get(&format!("knowledge/{file}"));
    let table = bytes
        .and_then(|bytes| Table::read(bytes).ok())
        .unwrap_or_default();
    for (at, heading) in (0..).zip(columns) {
        sheet.set_column_width(at, if at < 2 { 18 } else { 36 })?;
        sheet.write_string_with_format(0, at, *heading, &look::heading(false))?;
        let cells = table.pairs(heading, heading);
        for (row, (cell, _)) in (1..).zip(cells) {
            sheet.write_string_with_format(row, at, cell, &look::wide())?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.protect();
    Ok(())
}
