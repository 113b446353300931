//! `catalog compile`: the files that the app loads, and the pages and pieces of pages that need no program.

use crate::input::{current_moment, readings_of, towns_on};
use crate::options::day;
use catalog::Compiled;
use catalog_cli::folder::system;
use clap::Args;
use navigator::Day;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[derive(Args)]
#[command(
    about = "どの町でも同じことのファイルと、町ごとのファイル（一覧は catalogs.txt）と、プログラムなしで読めるページを書く"
)]
pub struct Compile {
    #[arg(long, value_name = "フォルダー", help = "書く所")]
    out: PathBuf,
    #[arg(
        long,
        value_name = "日",
        value_parser = day,
        help = "ページの作成日（例: 2026-11-22。はじめの値: 日本の今日）。同じ日なら、同じファイルになる"
    )]
    day: Option<Day>,
}

impl Compile {
    pub fn run(&self, sheets: &Path) -> Result<(), String> {
        let day = self.day.unwrap_or_else(|| current_moment().day);
        let towns = towns_on(sheets, day)?;
        let readings = readings_of(sheets, &towns)?;
        let mut files = Vec::new();
        let (mut list, mut names) = (String::new(), BTreeMap::new());
        for (id, bytes) in compiled(&towns) {
            let name = format!("{id}.{:08x}.bin", short_hash(bytes));
            list.push_str(&format!("{id} {name}\n"));
            files.push((name.clone(), bytes.to_vec()));
            names.insert(id, name);
        }
        let file_of = |town: &str| names.get(town).cloned().unwrap_or_default();
        let text = |(name, text): (String, String)| (name, text.into_bytes());
        let pieces = pages::fragments(&towns, file_of).into_iter();
        files.extend(pieces.map(|(name, piece)| text((name.to_owned(), piece))));
        files.extend(pages::lists(&towns, day).into_iter().map(text));
        files.push(text(("furigana.txt".to_owned(), readings.file)));
        files.push(text(("catalogs.txt".to_owned(), list)));
        files
            .iter()
            .try_for_each(|(name, bytes)| self.write(name, bytes))
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), String> {
        let path = self.out.join(name);
        std::fs::create_dir_all(path.parent().unwrap_or(&self.out))
            .and_then(|()| std::fs::write(&path, bytes))
            .map_err(|problem| {
                let (out, what) = (self.out.display(), system(&problem));
                format!("{out} に書けません（{what}）。場所と空きを確かめてください。")
            })
    }
}

/// The file of the knowledge, then each town's own.
fn compiled(towns: &[Compiled]) -> impl Iterator<Item = (&str, &[u8])> {
    let knowledge = towns.first().map_or(&[][..], |town| &town.knowledge_file);
    let own = towns.iter().map(|town| (&*town.id, &*town.town_file));
    std::iter::once(("knowledge", knowledge)).chain(own)
}

/// Names a file after its content, so that a browser may keep it for ever.
fn short_hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
