//! What to say to the city hall's switchboard where the town has no desk of its own, for just the trouble that was told.

use crate::phrases::results as say;
use navigator::{Asker, Asks, Catalog, Suggestion};

/// As many sentences as somebody can say in one call.
const SENTENCES: usize = 3;

/// What to say on this card, each once; nothing where the switchboard is asked for nothing.
#[must_use]
pub fn asks(catalog: &Catalog, card: &Suggestion, asker: Asker) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for &one in &card.asks {
        let sentence = sentence(catalog, one, asker);
        if told.len() < SENTENCES && !told.contains(&sentence) {
            told.push(sentence);
        }
    }
    told
}

fn sentence(catalog: &Catalog, asks: Asks, asker: Asker) -> String {
    let kind = catalog.kind(asks.kind);
    let Some(need) = asks.need else {
        return if kind.say.is_empty() {
            say::ASKS_FOR_DESK.with(&[("kind", &kind.plain)])
        } else {
            kind.say.clone()
        };
    };
    let sentence = match asker {
        Asker::Myself => say::ASKS_MYSELF,
        Asker::Family => say::ASKS_FAMILY,
        Asker::Supporter => say::ASKS_SUPPORTER,
    };
    sentence.with(&[("need", catalog.need(need).text.to(asker))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use navigator::{EntryId, Kind, KindId, Need, NeedId, PerAsker, Standing};

    fn catalog() -> Catalog {
        let kind = |plain: &str, say: &str| Kind {
            plain: plain.to_owned(),
            say: say.to_owned(),
            ..Kind::default()
        };
        Catalog {
            needs: vec![Need {
                text: PerAsker {
                    myself: "家賃が払えない".to_owned(),
                    ..PerAsker::default()
                },
                ..Need::default()
            }],
            kinds: vec![
                kind("家賃を助ける制度", ""),
                kind("虐待の相談", "高齢者の福祉の担当につないでください。"),
            ],
            ..Catalog::default()
        }
    }

    fn card(asks: &[(u16, Option<u16>)]) -> Suggestion {
        let asks = asks.iter().map(|&(kind, need)| Asks {
            kind: KindId(kind),
            need: need.map(NeedId),
        });
        Suggestion {
            entry: EntryId(0),
            same_phone: Vec::new(),
            alternatives: Vec::new(),
            passed_on: Vec::new(),
            asks: asks.collect(),
            kinds: Vec::new(),
            standing: Standing::Maybe,
            crisis: false,
            urgent: false,
            joined_up: false,
            behind: false,
            reasons: Vec::new(),
            unknown: Vec::new(),
        }
    }

    #[test]
    fn the_trouble_is_named_as_the_asker_would_say_it() {
        let card = card(&[(0, Some(0)), (0, Some(0))]);
        let own = "『家賃が払えない』ことで相談したいです。担当の係につないでください。";
        assert_eq!(asks(&catalog(), &card, Asker::Myself), [own]);
        for asker in [Asker::Family, Asker::Supporter] {
            let told = asks(&catalog(), &card, asker);
            assert!(
                told.len() == 1 && told[0] != own && told[0].ends_with(own),
                "{told:?}"
            );
        }
    }

    #[test]
    fn what_may_not_be_named_is_asked_for_by_its_desk() {
        let told = asks(&catalog(), &card(&[(0, None), (1, None)]), Asker::Family);
        let expected = [
            "「家賃を助ける制度」の担当の係につないでください。",
            "高齢者の福祉の担当につないでください。",
        ];
        assert_eq!(told, expected);
        assert_eq!(asks(&catalog(), &card(&[]), Asker::Myself), [""; 0]);
    }
}
