//! A catalog small enough to see whole: two towns, three kinds, two needs, two questions. Its row numbers
//! stand in the tests as Excel would show them.

// Each test file takes in its own copy and uses some of it.
#![allow(dead_code)]

#[path = "../../../catalog-cli/src/folder.rs"]
mod folder;

use catalog::{Compiled, Faults, Sources, compile_all};
use proptest::test_runner::{Config as ProptestConfig, RngSeed};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder of sheets that goes away with the test.
pub struct Sheets {
    pub root: PathBuf,
}

impl Drop for Sheets {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

impl Sheets {
    pub fn empty() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("sheets-{}-{count}", std::process::id()));
        fs::create_dir_all(&root).expect("a folder");
        Self { root }
    }

    pub fn tiny() -> Self {
        let sheets = Self::empty();
        for (name, text) in TINY {
            sheets.write(name, text.trim_start());
        }
        let rows = [KUYAKUSHO, SODAN, KYUMIN];
        sheets.write("towns/asaka/entries.csv", entries("", &rows));
        let rows = [KUYAKUSHO, SODAN].map(|row| {
            row.replace("048-463", "03-3430")
                .replace("asaka", "komae")
                .replace("朝霞市", "狛江市")
        });
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        sheets.write("towns/komae/entries.csv", entries("", &rows));
        sheets.write(
            "knowledge/lines.csv",
            entries("地域", &[P110, INOCHI, F119]),
        );
        sheets
    }

    pub fn real() -> Self {
        fn copy(from: &Path, to: &Path) {
            fs::create_dir_all(to).expect("a folder");
            for item in fs::read_dir(from).expect("a folder") {
                let item = item.expect("an item");
                let to = to.join(item.file_name());
                if item.path().is_dir() {
                    copy(&item.path(), &to);
                } else {
                    fs::copy(item.path(), to).expect("a copy");
                }
            }
        }
        let sheets = Self::empty();
        copy(&real_root(), &sheets.root);
        sheets
    }

    /// What the crate takes of them.
    pub fn sources(&self) -> Sources {
        folder::sources(&self.root).expect("a folder")
    }

    pub fn compile(&self) -> Result<Vec<Compiled>, Faults> {
        compile_all(&self.sources())
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.root.join(name)).expect(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.root.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect(name);
    }

    pub fn delete(&self, name: &str) {
        fs::remove_file(self.root.join(name)).expect(name);
    }

    /// Changes a text that stands there exactly once.
    pub fn swap(&self, name: &str, from: &str, to: &str) -> &Self {
        let text = self.read(name);
        assert_eq!(text.matches(from).count(), 1, "{from} in {name}");
        self.write(name, text.replace(from, to));
        self
    }

    pub fn append(&self, name: &str, line: &str) -> &Self {
        let text = self.read(name);
        let end = if text.ends_with('\n') { "" } else { "\n" };
        self.write(name, format!("{text}{end}{line}\n"));
        self
    }

    /// Types into the cell in this row, as Excel counts rows, and this column.
    pub fn type_in(&self, name: &str, row: usize, column: &str, words: &str) -> &Self {
        let mut rows = table(&self.read(name));
        let place = rows[0].iter().position(|heading| heading == column);
        rows[row - 1][place.expect(column)] = words.to_owned();
        self.write(name, written(&rows));
        self
    }
}

/// The same cases in every run, so that nobody's change fails for another's; to go looking for new ones,
/// set `PROPTEST_CASES`.
pub fn cases(count: u32) -> ProptestConfig {
    let mut config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = count;
        config.rng_seed = RngSeed::Fixed(20_261_121);
    }
    config
}

/// The towns of the real sheets.
pub fn real_towns() -> Vec<Compiled> {
    compile_all(&real_sources()).expect("no faults")
}

pub fn real_sources() -> Sources {
    folder::sources(&real_root()).expect("a folder")
}

pub fn real_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog")
}

fn table(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    reader
        .records()
        .map(|record| record.expect("a row").iter().map(str::to_owned).collect())
        .collect()
}

fn written(rows: &[Vec<String>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("a row");
    }
    let bytes = writer.into_inner().expect("rows");
    String::from_utf8(bytes).expect("text")
}

/// The sheet of windows with these rows, each `column=words|column=words`.
pub fn entries(more: &str, rows: &[&str]) -> String {
    let real = fs::read_to_string(real_root().join("towns/asaka/entries.csv")).expect("headings");
    let mut headings = table(&real).swap_remove(0);
    if !more.is_empty() {
        headings.insert(1, more.to_owned());
        headings.retain(|heading| heading != "施策");
    }
    let mut table = vec![headings.clone()];
    for row in rows {
        let mut cells = vec![String::new(); headings.len()];
        for (column, words) in row.split('|').filter_map(|cell| cell.split_once('=')) {
            let place = headings.iter().position(|heading| heading == column);
            cells[place.expect(column)] = words.to_owned();
        }
        table.push(cells);
    }
    written(&table)
}

const KUYAKUSHO: &str = "id=asaka-daihyo|名前=市役所|よみ=しやくしょ|運営=朝霞市|種類=fukushi_sogo;city_general|形=窓口|すること=つなぎます。|電話=048-463-1111|電話の種類=代表|来所=あり|受付時間=市役所|出典=moto|出典日=2026-07-27|確かさ=高|状態=公開";
const SODAN: &str = "id=asaka-sodan|名前=相談の係|よみ=そうだんのかかり|運営=朝霞市|種類=jiritsu;fukushi_sogo|形=窓口|すること=話を聞きます。|電話=048-463-2222|電話の種類=直通|受付時間=月〜金 9:00〜12:00・13:00〜17:00|休み=祝日・年末年始|施策=g1-s1|出典=moto|出典日=2026-07|確かさ=中|状態=公開";
const KYUMIN: &str = "id=asaka-kyumin|名前=休んでいる係|よみ=やすみ|運営=朝霞市|種類=jiritsu|形=サービス|すること=今は休みです。|出典=moto|出典日=2024|確かさ=低|状態=非公開";
pub const P110: &str = "id=p110|地域=全国|名前=警察|よみ=けいさつ|種類=emergency_110|形=電話|すること=来ます。|電話=110|電話の種類=直通|受付時間=24時間|出典=moto|確かさ=高|状態=公開";
pub const F119: &str = "id=f119|地域=全国|名前=消防|よみ=しょうぼう|種類=emergency_119|形=電話|すること=来ます。|電話=119|電話の種類=直通|受付時間=24時間|出典=moto|確かさ=高|状態=公開";
pub const INOCHI: &str = "id=inochi|地域=全国|名前=いのちの電話|よみ=いのちのでんわ|種類=suicide_line|形=電話|すること=聞きます。|電話=048-645-4343|電話の種類=直通|受付時間=24時間|出典=moto|確かさ=高|状態=公開";

const TINY: [(&str, &str); 18] = [
    (
        "knowledge/sources.csv",
        "id,発行元,題名,日付,URL,ライセンス,メモ\nmoto,市,市のページ,,,,\n",
    ),
    (
        "knowledge/short_numbers.csv",
        "番号,意味,種類,地域,出典\n#7171,県の電話,jiritsu,埼玉県,moto\n",
    ),
    (
        "knowledge/words.csv",
        "使わない言葉,かわりの言葉,わけ\n離こん,離婚,まぜ書き\n",
    ),
    (
        "lang/readings.csv",
        "書き方,よみ,根拠\n窓口,まどぐち,二つ一致\n",
    ),
    (
        "knowledge/fields.csv",
        "分野,見せる名前\nお金,お金・くらし\nこころ,こころ\n",
    ),
    (
        "knowledge/kinds.csv",
        "
id,分野,名前,やさしい名前,だれのため,すること,根拠,根拠の確かさ,広さ,印,代表番号
fukushi_sogo,総合,総合相談,まとめて話せる窓口,だれでも,聞きます,法,M,市,,
jiritsu,お金・住まい・仕事,自立相談,お金の相談,困っている人,考えます,法,M,市,,
suicide_line,こころ・からだ,いのちの電話,話せる電話,つらい人,聞きます,法,M,国,urgent,出さない
emergency_110,緊急,警察,警察の電話,だれでも,来ます,法,M,国,urgent,出さない
emergency_119,緊急,消防,消防の電話,だれでも,来ます,法,M,国,urgent,出さない
city_general,総合,市役所の代表,市役所,だれでも,つなぎます,法,M,市,,
",
    ),
    (
        "knowledge/needs.csv",
        "
id,分野,言葉,やさしい言葉,最初の窓口,ほかの窓口,確かめること,印,聞く人,検索の言葉
m01,お金,家賃が払えない,家賃を はらえない,jiritsu,fukushi_sogo,,,本人,やちん
k01,こころ,死にたい,死にたい,suicide_line,,,urgent;safety,本人,きえたい
",
    ),
    (
        "knowledge/stale_numbers.csv",
        "
まちがい,正しい番号,窓口,どこで見たか
0570-046-556,0570-064-556,こころの電話,ブログ
048-463-9999,048-463-2222,相談の係,古い広報
",
    ),
    (
        "knowledge/questions.toml",
        r#"
[[question]]
id = "age"
name = "年れい"
text = "何歳ですか"
why = "ちがうためです。"
cost = 1
when = "困りごと=m01"
options = [
  { id = "u65", name = "64歳まで", text = "64歳まで" },
  { id = "a65", name = "65歳以上", text = "65歳以上" },
]

[[question]]
id = "alone"
name = "ひとり"
text = "ひとりですか"
why = "ちがうためです。"
cost = 1
when = "年れい=65歳以上"
options = [
  { id = "yes", name = "はい", text = "はい" },
  { id = "no", name = "いいえ", text = "いいえ" },
]

[[question]]
id = "danger"
name = "今あぶない"
text = "今、あぶないですか"
why = "すぐに電話するためです。"
cost = 1
when = "困りごと=k01"
options = [
  { id = "now", name = "はい", text = "はい" },
  { id = "hurt", name = "けが", text = "けがをしています" },
  { id = "fine", name = "いいえ", text = "いいえ" },
]
"#,
    ),
    (
        "knowledge/rules.toml",
        r#"
always = ["p110", "f119"]
fallback = ["fukushi_sogo"]
joined_up = "fukushi_sogo"

[fits]
jiritsu = "年れい=64歳まで または ひとり=はい"

[instead]
jiritsu = ["fukushi_sogo"]

[[rule]]
id = "suicide"
sort = "crisis"
stop = true
words = "死にたい"
when = "困りごと=k01"
first = ["suicide_line"]
also = ["fukushi_sogo"]
source = "表"

[[rule]]
id = "now"
sort = "crisis"
stop = true
words = "今、あぶない"
when = "今あぶない=はい"
first = ["emergency_110"]
also = []
source = "表"

[[rule]]
id = "life"
sort = "crisis"
stop = true
words = "けががある"
when = "今あぶない=けが"
first = ["emergency_119"]
also = []
source = "表"
"#,
    ),
    ("towns/asaka/hours.csv", HOURS),
    ("towns/komae/hours.csv", HOURS),
    ("towns/asaka/plan.csv", PLAN),
    ("towns/komae/plan.csv", PLAN),
    (
        "towns/asaka/areas.csv",
        "町名,よみ,圏域,担当\n本町,ほんちょう,中央,asaka-sodan\n",
    ),
    ("towns/komae/areas.csv", "町名,よみ,圏域,担当\n"),
    (
        "towns/asaka/town.toml",
        r#"
id = "asaka"
name = "朝霞市"
reading = "あさかし"
prefecture = "埼玉県"
switchboard = "asaka-daihyo"
plan_title = "計画"
plan_source = "計画"
credits = []
[words]
replace = []
keep = []
"#,
    ),
    (
        "towns/komae/town.toml",
        r#"
id = "komae"
name = "狛江市"
reading = "こまえし"
prefecture = "東京都"
switchboard = "komae-daihyo"
plan_title = "計画"
plan_source = "計画"
credits = []
[words]
replace = []
keep = []
"#,
    ),
];
const HOURS: &str = "名前,受付時間,休み,有効開始,有効終了,補足,出典
市役所,月〜金 8:45〜16:00,祝日・年末年始,2026-07-01,2027-03-31,,moto
";
const PLAN: &str = "id,種別,親,名前,担当,説明
g1,基本目標,,ともに生きる,,
g1-d1,方向性,g1,つながる,,
g1-s1,施策,g1-d1,相談をまとめる,市,
";
