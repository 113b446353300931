//! `catalog completions`: what a shell needs to complete the commands; answered where the command line is read.

use clap::{Args, Command};
use clap_complete::{Shell, generate};

#[derive(Args)]
#[command(about = "シェルの補完を出す（例: catalog completions bash）")]
pub struct Completions {
    #[arg(
        value_name = "シェル",
        hide_possible_values = true,
        help = "bash、elvish、fish、powershell、zsh のどれか"
    )]
    shell: Shell,
}

impl Completions {
    /// The script for these commands.
    pub fn script(&self, mut commands: Command) -> String {
        let mut script = Vec::new();
        generate(self.shell, &mut commands, "catalog", &mut script);
        String::from_utf8_lossy(&script).into_owned()
    }
}
