//! The columns of a town's other sheets.

use super::column::{Column, Names, Sort, words_of};
use crate::entry::STATES;
use crate::town::{LEVELS, OWNERS};
use navigator::PlanLevel;

const LEVEL: [&str; 3] = words_of::<PlanLevel, 3>(&LEVELS);
const OWNER: [&str; 3] = words_of(&OWNERS);
const STATE: [&str; 3] = words_of(&STATES);

const fn text(heading: &'static str, note: &'static str) -> Column {
    Column::text(heading, note)
}

/// The columns of `plan.csv`.
pub const PLAN: [Column; 6] = [
    text(
        "id",
        "この行の名前です。半角の小文字・数字・「-」「_」で書きます。一度つけたら変えません。",
    )
    .code()
    .needed(),
    text("種別", "基本目標、方向性、施策のどれかです。")
        .words(&LEVEL)
        .needed(),
    text("親", "上にある行のどれの下か。基本目標だけは空です。").ids(Names::Plan),
    text("名前", "計画の言葉のまま書きます。").needed(),
    text("担当", "施策をする所。分けていない計画では空です。").words(&OWNER),
    text("説明", "表を読む人のための文です。アプリには入りません。"),
];

/// The columns of `areas.csv`.
pub const AREAS: [Column; 5] = [
    text("区", "区のある市だけ。書くなら、どの行にも書きます。").may_lack(),
    text("町名", "「;」「=」「,」「.」「#」「&」は使えません。").needed(),
    text("よみ", "ひらがなだけで書きます。").needed(),
    text("圏域", "資料のとおりに書きます。").needed(),
    text("担当", "この町名の人を担当する窓口を選びます。")
        .ids(Names::Entries)
        .up_to(3),
];

/// The columns of `hours.csv`.
pub const HOURS: [Column; 7] = [
    text(
        "名前",
        "短い名前です（例: 市役所）。「窓口」の「受付時間」に、この名前を書けます。",
    )
    .needed(),
    text("受付時間", "「月〜金 8:30〜17:15」の形で書きます。").needed(),
    text("休み", "「土・日・祝日・年末年始」の形で書きます。"),
    text(
        "有効開始",
        "期間のあるものだけ。2026-07-27 の形で書きます。",
    )
    .day(),
    text("有効終了", "試行など、終わりのある時間だけ書きます。").day(),
    text("補足", "住民に見せる文です。"),
    text("出典", "「出典」のシートの行を選びます。")
        .ids(Names::Sources)
        .needed()
        .up_to(2),
];

/// The columns of `notices.csv`.
pub const NOTICES: [Column; 15] = [
    text(
        "id",
        "この行の名前です。半角の小文字・数字・「-」「_」で書きます。",
    )
    .code()
    .needed(),
    text("題名", "40字までです。").needed(),
    text("本文", "200字までです。").needed(),
    text("だれが", "できる人を、資料のとおりに書きます。"),
    text("方法", "どうするかを、資料のとおりに書きます。"),
    text("場所", "読める所、行く所を書きます。"),
    text("URL", "公式のページの URL を1つだけ書きます。").code(),
    text("電話", "このお知らせについて聞ける番号だけ書きます。").of(Sort::Phone),
    text("メール", "メールアドレスを、半角で1つだけ書きます。").code(),
    text(
        "最初の日",
        "2026-07-27 の形で書きます。この日から画面に出ます。",
    )
    .day()
    .needed(),
    text(
        "最後の日",
        "2026-07-27 の形で書きます。過ぎると、自動で消えます。",
    )
    .day()
    .needed(),
    text("出典", "「出典」のシートの行を選びます。")
        .ids(Names::Sources)
        .needed()
        .up_to(2),
    text("確認日", "人が公式ページを見て確かめた日です。").day(),
    text("状態", "「公開」の行だけがアプリに出ます。")
        .words(&STATE)
        .needed(),
    text("メモ", "職員用です。画面に出ません。"),
];

/// The columns of `sources.csv`.
pub const SOURCES: [Column; 7] = [
    text(
        "id",
        "この資料の名前です。半角の小文字・数字・「-」「_」で書きます。",
    )
    .code()
    .needed(),
    text("発行元", "住民に見せる言葉で書きます（例: 埼玉県）。").needed(),
    text(
        "題名",
        "住民に見せる言葉で書きます。ファイルの名前や URL は書きません。",
    )
    .needed(),
    text(
        "日付",
        "資料の日付です。2026-07-27、2026-07、2026 のどれかの形です。なければ空です。",
    )
    .of(Sort::Date),
    text("URL", "その資料のページの URL です。").code(),
    text(
        "ライセンス",
        "使うときにお礼のいる資料だけ（例: CC BY 4.0）。",
    ),
    text("メモ", "職員用です。画面に出ません。"),
];
