//! What keeps an entry away: each is taken away alone, with all of them gone as the last.

use super::kinds::kinds_of;
use super::shown::Shown;
use super::situation::Situation;
use navigator::{Catalog, EntryId, Expr, Via};
use serde::Serialize;

/// Something that keeps an entry away.
#[derive(Debug, Serialize)]
pub struct Obstacle {
    what: What,
    pub words: &'static str,
}

#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Validity,
    Private,
    Area,
    OwnLine,
    KindLine,
    Several,
    NoVoice,
}

impl What {
    /// What can be taken away.
    const EACH: [Self; 5] = [
        Self::Validity,
        Self::Private,
        Self::Area,
        Self::OwnLine,
        Self::KindLine,
    ];

    fn words(self) -> &'static str {
        match self {
            Self::Validity => "有効な期間の外です",
            Self::Private => "暴力のきけんがあるので、代表番号の窓口は出しません",
            Self::Area => "ほかの町の担当です",
            Self::OwnLine => "窓口の条件にあてはまりません",
            Self::KindLine => "窓口の種類の条件にあてはまりません",
            Self::Several => "上の条件の2つ以上が、いっしょに止めています",
            Self::NoVoice => "この窓口の種類を求める困りごとや答えがありません",
        }
    }

    /// Makes a catalog in which it does not stand in the entry's way.
    fn take_away(self, catalog: &mut Catalog, id: EntryId) {
        let kinds: Vec<_> = kinds_of(catalog, id).collect();
        let entry = &mut catalog.entries[id.index()];
        match self {
            Self::Validity => (entry.valid_from, entry.valid_until) = (None, None),
            Self::Private => entry.via = Via::Direct,
            Self::Area => entry.areas.clear(),
            Self::OwnLine => entry.fits = Expr::Always,
            Self::KindLine => {
                for kind in kinds {
                    catalog.kinds[kind.index()].fits = Expr::Always;
                }
            }
            Self::Several | Self::NoVoice => {}
        }
    }
}

/// All that alone keeps the entry away or, where nothing alone does, why it is away all the same.
pub fn obstacles(situation: Situation<'_>, id: EntryId) -> Vec<Obstacle> {
    let appears_without = |obstacles: &[What]| {
        let mut catalog = situation.catalog.clone();
        for what in obstacles {
            what.take_away(&mut catalog, id);
        }
        let changed = Situation {
            catalog: &catalog,
            ..situation
        };
        Shown::of(&changed.outcome(), id).rank.is_some()
    };
    let mut found: Vec<What> = What::EACH.to_vec();
    found.retain(|&what| appears_without(&[what]));
    if found.is_empty() {
        found.push(if appears_without(&What::EACH) {
            What::Several
        } else {
            What::NoVoice
        });
    }
    let told = |what: What| Obstacle {
        what,
        words: what.words(),
    };
    found.into_iter().map(told).collect()
}
