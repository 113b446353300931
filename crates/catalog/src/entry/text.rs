//! The columns of `entries.csv` and `lines.csv`, as text.

use serde::{Deserialize, Serialize};

/// A row as text. A town's sheet has no 地域 and no 町, the country's no 施策. What each column holds stands in docs/catalog.md.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
#[allow(
    missing_docs,
    reason = "a field is its column, by the heading that stands over it"
)]
pub struct EntryText {
    pub id: String,
    #[serde(rename = "地域")]
    pub reach: String,
    #[serde(rename = "町")]
    pub towns: String,
    #[serde(rename = "名前")]
    pub name: String,
    #[serde(rename = "やさしい名前")]
    pub plain: String,
    #[serde(rename = "よみ")]
    pub reading: String,
    #[serde(rename = "やさしい名前のよみ")]
    pub plain_reading: String,
    #[serde(rename = "運営")]
    pub operator: String,
    #[serde(rename = "種類")]
    pub kinds: String,
    #[serde(rename = "形")]
    pub form: String,
    #[serde(rename = "すること")]
    pub what: String,
    #[serde(rename = "使える人")]
    pub who: String,
    #[serde(rename = "条件")]
    pub when: String,
    #[serde(rename = "相談できる人")]
    pub askers: String,
    #[serde(rename = "区域")]
    pub area: String,
    #[serde(rename = "電話")]
    pub phone: String,
    #[serde(rename = "電話の種類")]
    pub via: String,
    #[serde(rename = "番号の補足")]
    pub number_note: String,
    #[serde(rename = "電話を出す")]
    pub phone_shown: String,
    #[serde(rename = "ほかの番号")]
    pub other_phones: String,
    #[serde(rename = "FAX")]
    pub fax: String,
    #[serde(rename = "メール")]
    pub mail: String,
    #[serde(rename = "フォーム")]
    pub web_form: String,
    #[serde(rename = "チャット")]
    pub chat: String,
    #[serde(rename = "訪問")]
    pub visits: String,
    #[serde(rename = "来所")]
    pub walk_in: String,
    #[serde(rename = "住所")]
    pub address: String,
    #[serde(rename = "行き方")]
    pub access: String,
    #[serde(rename = "緯度")]
    pub latitude: String,
    #[serde(rename = "経度")]
    pub longitude: String,
    #[serde(rename = "英語名")]
    pub english: String,
    #[serde(rename = "受付時間")]
    pub open: String,
    #[serde(rename = "休み")]
    pub off: String,
    #[serde(rename = "時間の補足")]
    pub hours_note: String,
    #[serde(rename = "予約")]
    pub reservation: String,
    #[serde(rename = "費用")]
    pub cost: String,
    #[serde(rename = "言語")]
    pub languages: String,
    #[serde(rename = "持ち物")]
    pub bring: String,
    #[serde(rename = "最初に言うこと")]
    pub say: String,
    #[serde(rename = "施策")]
    pub measures: String,
    #[serde(rename = "URL")]
    pub url: String,
    #[serde(rename = "出典")]
    pub source: String,
    #[serde(rename = "出典日")]
    pub source_date: String,
    #[serde(rename = "確認日")]
    pub checked: String,
    #[serde(rename = "確かさ")]
    pub confidence: String,
    #[serde(rename = "有効開始")]
    pub valid_from: String,
    #[serde(rename = "有効終了")]
    pub valid_until: String,
    #[serde(rename = "状態")]
    pub state: String,
    #[serde(rename = "推定")]
    pub inferred: String,
    #[serde(rename = "メモ")]
    pub memo: String,
}
