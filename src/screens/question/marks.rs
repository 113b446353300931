//! What is marked on a question's screen, and how marking one option changes the others.

use navigator::{Answer, OptionSet};

/// The places of the options that are marked, in their order: a town may have more parts than a question has options.
pub type Places = Vec<usize>;

/// What is marked, not yet given as the answer.
pub type Marked = Option<Answer<Places>>;

/// Which options go together.
#[derive(Clone, Copy)]
pub struct Rules {
    /// Several may be marked.
    pub multiple: bool,
    /// Each of these stands alone.
    pub alone: OptionSet,
}

impl Rules {
    /// The marks after option `place` was set or taken back.
    pub fn after(self, marked: Marked, place: usize, on: bool) -> Marked {
        let mut places = match marked {
            Some(Answer::Chosen(places)) if self.multiple => places,
            _ => Places::new(),
        };
        let stands_alone = self.alone.has(place);
        places.retain(|&other| other != place && !(on && (stands_alone || self.alone.has(other))));
        if on {
            places.insert(places.partition_point(|&other| other < place), place);
        }
        (!places.is_empty()).then_some(Answer::Chosen(places))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_of_these_and_one_of_these_are_never_marked_together() {
        let rules = Rules {
            multiple: true,
            alone: OptionSet::of(2),
        };
        let chosen = |places: &[usize]| Some(Answer::Chosen(places.to_vec()));
        let both = rules.after(chosen(&[1]), 0, true);
        assert_eq!(both, chosen(&[0, 1]));
        assert_eq!(rules.after(both, 2, true), chosen(&[2]));
        assert_eq!(rules.after(chosen(&[2]), 1, true), chosen(&[1]));
        assert_eq!(rules.after(chosen(&[1]), 1, false), None);
        assert_eq!(rules.after(Some(Answer::Declined), 0, true), chosen(&[0]));
    }
}
