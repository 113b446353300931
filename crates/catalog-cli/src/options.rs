//! What several commands take, and how each value is read. A value that cannot be read is refused with its mend.

use catalog::moment::read_moment;
use clap::{Args, ValueEnum};
use navigator::{Asker, Day, Moment};

/// One town.
#[derive(Args)]
pub struct Town {
    #[arg(
        long,
        value_name = "町",
        help = "町の id（catalog/towns のフォルダーの名前。例: asaka）"
    )]
    pub town: String,
}

/// One town, or all of them.
#[derive(Args)]
pub struct SomeTown {
    #[arg(long, value_name = "町", help = "この町だけ（はじめの値: すべての町）")]
    pub town: Option<String>,
}

/// In which form the report is told.
#[derive(Args)]
pub struct Form {
    #[arg(long, help = "JSON で出す")]
    pub json: bool,
}

/// What is always told as JSON, and may be asked for as such.
#[derive(Args)]
pub struct AlwaysJson {
    #[arg(long, help = "JSON で出す（付けなくても JSON です）")]
    json: bool,
}

/// When it is taken to be.
#[derive(Args)]
pub struct When {
    #[arg(
        long,
        value_name = "時",
        value_parser = moment,
        help = "この時のこととする（例: 2026-11-21T10:30）"
    )]
    pub now: Option<Moment>,
}

/// What somebody said: a town and maybe answers, which may name the town themselves.
#[derive(Args)]
pub struct Situation {
    #[arg(
        long,
        value_name = "町",
        help = "町の id。答えのファイルに町があれば、なくてもよい"
    )]
    pub town: Option<String>,
    #[arg(
        long,
        value_name = "ファイル",
        help = "答えの JSON のファイル（- なら標準入力。なければ、まだ何も答えていない）"
    )]
    pub answers: Option<String>,
    #[command(flatten)]
    pub when: When,
}

/// Who asks, as it is typed.
#[derive(Clone, Copy, ValueEnum)]
pub enum TypedAsker {
    #[value(name = "self")]
    Myself,
    Family,
    Supporter,
}

impl From<TypedAsker> for Asker {
    fn from(typed: TypedAsker) -> Self {
        match typed {
            TypedAsker::Myself => Self::Myself,
            TypedAsker::Family => Self::Family,
            TypedAsker::Supporter => Self::Supporter,
        }
    }
}

/// A moment in Japan.
pub fn moment(text: &str) -> Result<Moment, String> {
    read_moment(text).ok_or_else(|| "「2026-11-21T10:30」と書きます".to_owned())
}

/// A day in Japan.
pub fn day(text: &str) -> Result<Day, String> {
    let moment = read_moment(text).map(|moment| moment.day);
    moment.ok_or_else(|| "「2026-11-22」と書きます".to_owned())
}

/// A whole number.
pub fn whole(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "0以上の整数を書きます".to_owned())
}
