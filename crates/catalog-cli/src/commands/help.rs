//! `catalog help`: answered where the command line is read.

use clap::Args;

#[derive(Args)]
#[command(about = "命令の一覧か、1つの命令の使い方を出す")]
pub struct Help {
    #[arg(value_name = "命令", help = "使い方を知りたい命令")]
    pub command: Option<String>,
}
