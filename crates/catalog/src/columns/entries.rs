//! The columns of a town's `entries.csv`.

use super::column::{Column, Names, Sort, words_of};
use crate::entry::{ASKERS, CONFIDENCES, FORMS, SHOWN, STATES, VIAS, YES};
use navigator::{Confidence, Form, Via};

const FORM: [&str; 4] = words_of::<Form, 4>(&FORMS);
const ASKER: [&str; 4] = words_of(&ASKERS);
const VIA: [&str; 3] = words_of::<Via, 3>(&VIAS);
const SHOW: [&str; 3] = words_of(&SHOWN);
const HAS: [&str; 2] = words_of(&YES);
const CONFIDENCE: [&str; 3] = words_of::<Confidence, 3>(&CONFIDENCES);
const STATE: [&str; 3] = words_of(&STATES);

const fn text(heading: &'static str, note: &'static str) -> Column {
    Column::text(heading, note)
}

/// The columns, in the order of the docs.
pub const COLUMNS: [Column; 48] = [
    text("id", "この行の名前です。半角の小文字か数字で始め、小文字・数字・「-」「_」だけで書きます。ほかの行と重ならず、一度つけたら変えません。").code().needed(),
    text("名前", "正式な名前を書きます。").needed(),
    text("やさしい名前", "住民に大きく見せる名前です。20字まで。空なら「名前」を使います。"),
    text("よみ", "「名前」のよみを、ひらがなだけで書きます。数も読むとおりに（ひゃくとおばん）。").needed(),
    text("やさしい名前のよみ", "「やさしい名前」のよみを、ひらがなだけで書きます。").may_lack(),
    text("運営", "市、社協、法人など。市の窓口は「朝霞市」「朝霞市（委託）」のように、市の名前から書きます。"),
    text("種類", "窓口の種類を選びます。いちばん主なものを先に。ここで、どんな困りごとの人に出るかが決まります。").ids(Names::Kinds).needed().up_to(4),
    text("形", "窓口、サービス、施設、電話のどれかです。").words(&FORM).needed(),
    text("すること", "何をしてくれるかを、やさしい言葉で1〜3文で書きます。1つの文は40字までです。").needed(),
    text("使える人", "だれが使えるかを書きます。画面にそのまま出ます。"),
    text("条件", "だれに出すか。種類の条件では足りない窓口だけに書きます。ふつうは空です。"),
    text("相談できる人", "資料にあるものだけ選びます。").words(&ASKER).up_to(4),
    text("区域", "市内のどこか。市内全域なら空にします。"),
    text("電話", "「048-423-5082」「#7171」「189」の形で、半角で1つだけ書きます。").of(Sort::Phone),
    text("電話の種類", "直通、代表（市役所の代表番号）、運営元（受けている団体の代表）のどれかです。電話がなければ空です。").words(&VIA),
    text("番号の補足", "だれの番号かを、住民に見せる1文で書きます。ふつうは空です。").may_lack(),
    text("電話を出す", "「出さない」の番号は画面に出ず、市役所の代表番号が代わりに出ます。空は「出す」です。").words(&SHOW),
    text("ほかの番号", "「03-6745-5600（IP電話から）」の形で書きます。「電話を出す」にかかわらず出るので、確かなものだけ。").of(Sort::Phone).up_to(2),
    text("FAX", "ファクスの番号を、半角で書きます。").of(Sort::Phone),
    text("メール", "メールアドレスを、半角で1つだけ書きます。").code(),
    text("フォーム", "問い合わせフォームの URL を1つだけ書きます。").code(),
    text("チャット", "LINE の名前や、チャットの URL を書きます。"),
    text("訪問", "家に来てくれることが資料にあれば「あり」です。").words(&HAS),
    text("来所", "行って話せることが資料にあれば「あり」です。").words(&HAS),
    text("住所", "郵便番号は「〒351-8501」の形で書きます。"),
    text("行き方", "駅やバス停からの行き方を書きます。"),
    text("緯度", "度を小数で書きます（35.7971）。「経度」と両方書くか、両方空にします。").of(Sort::Degrees).may_lack(),
    text("経度", "度を小数で書きます（139.5937）。「緯度」と両方書くか、両方空にします。").of(Sort::Degrees).may_lack(),
    text("英語名", "公式の英語の名前を、半角の英字で書きます。").may_lack(),
    text("受付時間", "「月〜金 8:30〜17:15」の形で書くか、「時間」のシートの名前（市役所）を書きます。"),
    text("休み", "「土・日・祝日・年末年始」の形で書きます。「時間」のシートの名前を使うときは空です。"),
    text("時間の補足", "「受付時間」の書き方で書けないことを、住民に見せる文で書きます。"),
    text("予約", "予約がいるか、どうするかを書きます。"),
    text("費用", "いくらかかるかを、資料のとおりに書きます。"),
    text("言語", "「英語」「中国語」のように。日本語だけなら空です。").up_to(2),
    text("持ち物", "持って行くものを書きます。"),
    text("最初に言うこと", "電話の最初に言う1文です。"),
    text("施策", "この窓口で実現する、計画の施策を選びます。").ids(Names::Plan).up_to(4),
    text("URL", "公式のページの URL を1つだけ書きます。").code(),
    text("出典", "何を見て書いたか。「出典」のシートの行を選びます。いちばん主なものを先に。").ids(Names::Sources).needed().up_to(3),
    text("出典日", "読んだ所の日付が、資料の日付とちがうときだけ書きます。2026-07-27、2026-07、2026 のどれかの形です。").of(Sort::Date),
    text("確認日", "人が公式ページを見て確かめた日です。2026-07-27 の形で書きます。まだなら空です。").day(),
    text("確かさ", "「低」の番号は画面に出ず、市役所の代表番号が出ます。").words(&CONFIDENCE).needed(),
    text("有効開始", "期間のあるものだけ。2026-07-27 の形で書きます。").day(),
    text("有効終了", "期間のあるものだけ。終わりを過ぎると、自動で消えます。").day(),
    text("状態", "「公開」の行だけがアプリに出ます。").words(&STATE).needed(),
    text("推定", "資料になく、職員が考えて書いた列の見出しを選びます。窓口のページに、そう出ます。").ids(Names::Headings).up_to(3),
    text("メモ", "職員用です。画面に出ません。"),
];
