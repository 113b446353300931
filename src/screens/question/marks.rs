//! What is marked on a question's screen, and how marking one option changes the others.

use navigator::{Answer, OptionSet};

/// What is marked, not yet given as the answer.
pub type Marked = Option<Answer<OptionSet>>;

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
        let option = OptionSet::of(place);
        let before = match marked {
            Some(Answer::Chosen(set)) if self.multiple => set,
            _ => OptionSet::EMPTY,
        };
        let set = match (on, self.alone.meets(option)) {
            (false, _) => before.without(option),
            (true, true) => option,
            (true, false) => before.without(self.alone).union(option),
        };
        (!set.is_empty()).then_some(Answer::Chosen(set))
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
        let chosen = |places: &[usize]| Some(Answer::Chosen(places.iter().copied().collect()));
        let both = rules.after(chosen(&[0]), 1, true);
        assert_eq!(both, chosen(&[0, 1]));
        assert_eq!(rules.after(both, 2, true), chosen(&[2]));
        assert_eq!(rules.after(chosen(&[2]), 1, true), chosen(&[1]));
        assert_eq!(rules.after(chosen(&[1]), 1, false), None);
        assert_eq!(rules.after(Some(Answer::Declined), 0, true), chosen(&[0]));
    }
}
