//! How a town writes some words (障害 / 障がい).

use navigator::Spelling;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// How the town writes some words.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Pairs of what the knowledge writes and what the town writes.
    #[serde(deserialize_with = "pairs")]
    pub replace: Vec<(String, String)>,
    /// Names of laws and institutions that stay as they are.
    pub keep: Vec<String>,
}

/// A third word in a pair would be read over.
fn pairs<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(String, String)>, D::Error> {
    let pair = |words: Vec<String>| match <[String; 2]>::try_from(words) {
        Ok([from, to]) => Ok((from, to)),
        Err(words) => Err(D::Error::invalid_length(words.len(), &"a tuple of size 2")),
    };
    let all = Vec::<Vec<String>>::deserialize(from)?;
    all.into_iter().map(pair).collect()
}

impl Words {
    /// What is wrong with the words, and what to do: one that is empty would stand everywhere in every text, and the second of
    /// two never counts.
    pub fn fault(&self) -> Option<(String, &'static str)> {
        let from: Vec<&str> = self.replace.iter().map(|(from, _)| from.trim()).collect();
        let kept = self.keep.iter().map(|name| name.trim());
        let all: Vec<&str> = from.iter().copied().chain(kept).collect();
        if all.contains(&"") {
            return Some(("空の言葉があります".to_owned(), EMPTY_MEND));
        }
        let again = (1..all.len()).find(|&at| all[..at].contains(&all[at]));
        if let Some(at) = again {
            return Some((format!("「{}」が2回あります", all[at]), "1つにします"));
        }
        let digits = |text: &str| {
            text.chars()
                .filter(|sign| sign.is_numeric())
                .collect::<String>()
        };
        let changed = self
            .replace
            .iter()
            .find(|(from, to)| digits(from) != digits(to));
        if let Some((from, to)) = changed {
            let what = format!("「{from}」を「{to}」に書きかえると、数字が変わります");
            return Some((what, "番号や数は書きかえません。消します"));
        }
        let same = self.replace.iter().find(|(from, to)| from == to);
        same.map(|(from, _)| {
            (
                format!("「{from}」を同じ言葉に書きかえています"),
                "消します",
            )
        })
    }

    /// As the compiled file has them.
    pub fn spelling(&self) -> Spelling {
        Spelling {
            replace: self.replace.clone(),
            keep: self.keep.clone(),
        }
    }
}

const EMPTY_MEND: &str =
    "replace のもとの言葉と keep の言葉は、1字以上にします。書きかえがなければ [] にします";
