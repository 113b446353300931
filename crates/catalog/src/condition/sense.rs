//! Whether any answers at all make a condition hold. What never holds hides a window, a question or a rule from everybody,
//! and nothing else would tell.
//!
//! The questions of a condition are answered one after the other, by all that can be told apart in it; as soon as it is
//! decided no further one is. A condition that would take too long is believed.

use navigator::{Asker, Expr, NeedId, NeedSet, OptionSet, QuestionId};
use std::collections::BTreeSet;

/// How many answers to one question are told apart, and how many steps a search takes, before it is believed.
const MOST_ANSWERS: usize = 512;
const MOST_STEPS: usize = 20_000;

/// How a question can be answered: by several of its options, or by one; and how many it has.
pub type Shape = (bool, usize);

/// True if some answers make the condition hold.
pub fn can_hold(expr: &Expr, shape: &dyn Fn(QuestionId) -> Shape) -> bool {
    let mut atoms = Atoms::default();
    let tree = atoms.take(expr);
    let Some(answers) = atoms.answers(shape) else {
        return true;
    };
    let mut search = Search {
        tree,
        known: vec![None; atoms.0.len()],
        steps: MOST_STEPS,
    };
    search.holds(&answers)
}

/// A condition whose atoms are numbered.
enum Tree {
    True,
    Atom(usize),
    Not(Box<Tree>),
    All(Vec<Tree>),
    Any(Vec<Tree>),
}

/// What one atom asks.
enum Atom {
    Needs(NeedSet),
    Options(QuestionId, OptionSet),
    Asker(Asker),
}

impl Atom {
    /// Atoms of one subject are answered together.
    fn is_about(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Needs(_), Self::Needs(_)) | (Self::Asker(_), Self::Asker(_)) => true,
            (Self::Options(one, _), Self::Options(other, _)) => one == other,
            _ => false,
        }
    }
}

#[derive(Default)]
struct Atoms(Vec<Atom>);

/// To some atoms of one subject, what all answers say of them.
struct Answers {
    of: Vec<usize>,
    all: BTreeSet<Vec<bool>>,
}

impl Atoms {
    fn take(&mut self, expr: &Expr) -> Tree {
        let mut all = |parts: &[Expr]| parts.iter().map(|part| self.take(part)).collect();
        match expr {
            Expr::Always => Tree::True,
            Expr::All(parts) => Tree::All(all(parts)),
            Expr::Any(parts) => Tree::Any(all(parts)),
            Expr::Not(inner) => Tree::Not(Box::new(self.take(inner))),
            Expr::Needs(needs) => self.atom(Atom::Needs(needs.clone())),
            Expr::Asker(asker) => self.atom(Atom::Asker(*asker)),
            Expr::Within(question, options) | Expr::Includes(question, options) => {
                self.atom(Atom::Options(*question, *options))
            }
        }
    }

    fn atom(&mut self, atom: Atom) -> Tree {
        self.0.push(atom);
        Tree::Atom(self.0.len() - 1)
    }

    /// The answers to each subject; none if there are too many.
    fn answers(&self, shape: &dyn Fn(QuestionId) -> Shape) -> Option<Vec<Answers>> {
        let mut subjects: Vec<Vec<usize>> = Vec::new();
        for (place, atom) in self.0.iter().enumerate() {
            let about = |subject: &&mut Vec<usize>| self.0[subject[0]].is_about(atom);
            match subjects.iter_mut().find(about) {
                Some(subject) => subject.push(place),
                None => subjects.push(vec![place]),
            }
        }
        let answered = |of: Vec<usize>| {
            let all = self.all_answers(&of, shape)?;
            Some(Answers { of, all })
        };
        subjects.into_iter().map(answered).collect()
    }

    fn all_answers(
        &self,
        of: &[usize],
        shape: &dyn Fn(QuestionId) -> Shape,
    ) -> Option<BTreeSet<Vec<bool>>> {
        let say = |says: &dyn Fn(&Atom) -> bool| -> Vec<bool> {
            of.iter().map(|&place| says(&self.0[place])).collect()
        };
        match &self.0[*of.first()?] {
            Atom::Asker(_) => Some(
                Asker::ALL
                    .map(|asker| say(&|atom| matches!(atom, Atom::Asker(own) if *own == asker)))
                    .into(),
            ),
            Atom::Needs(_) => {
                let needs = of.iter().filter_map(|&place| match &self.0[place] {
                    Atom::Needs(needs) => Some(needs),
                    _ => None,
                });
                let needs: BTreeSet<NeedId> = needs.flat_map(NeedSet::iter).collect();
                let has = |need| say(&|atom| matches!(atom, Atom::Needs(own) if own.has(need)));
                together(of.len(), needs.into_iter().map(has))
            }
            Atom::Options(question, _) => {
                let (several, count) = shape(*question);
                let has =
                    |option| say(&|atom| matches!(atom, Atom::Options(_, own) if own.has(option)));
                let options = (0..count).map(has);
                if several {
                    return together(of.len(), options);
                }
                // Whoever is not asked chooses none.
                Some(options.chain([vec![false; of.len()]]).collect())
            }
        }
    }
}

/// What is said where any of these may be chosen together.
fn together(atoms: usize, each: impl Iterator<Item = Vec<bool>>) -> Option<BTreeSet<Vec<bool>>> {
    let mut all = BTreeSet::from([vec![false; atoms]]);
    for one in each.collect::<BTreeSet<_>>() {
        let with = |said: &Vec<bool>| said.iter().zip(&one).map(|(a, b)| a | b).collect();
        let more: Vec<Vec<bool>> = all.iter().map(with).collect();
        all.extend(more);
        if all.len() > MOST_ANSWERS {
            return None;
        }
    }
    Some(all)
}

struct Search {
    tree: Tree,
    known: Vec<Option<bool>>,
    steps: usize,
}

impl Search {
    fn holds(&mut self, left: &[Answers]) -> bool {
        let decided = self.tree.told(&self.known);
        let (Some(Answers { of, all }), None) = (left.first(), decided) else {
            return decided.unwrap_or(true);
        };
        for said in all {
            let Some(steps) = self.steps.checked_sub(1) else {
                return true;
            };
            self.steps = steps;
            for (&place, &says) in of.iter().zip(said) {
                self.known[place] = Some(says);
            }
            if self.holds(&left[1..]) {
                return true;
            }
        }
        of.iter().for_each(|&place| self.known[place] = None);
        false
    }
}

impl Tree {
    /// What is known of it, by what is known of its atoms.
    fn told(&self, known: &[Option<bool>]) -> Option<bool> {
        let join = |parts: &[Self], settles: bool| {
            let mut told = Some(!settles);
            for part in parts {
                match part.told(known) {
                    Some(says) if says == settles => return Some(settles),
                    Some(_) => {}
                    None => told = None,
                }
            }
            told
        };
        match self {
            Self::True => Some(true),
            Self::Atom(place) => known[*place],
            Self::Not(inner) => inner.told(known).map(|says| !says),
            Self::All(parts) => join(parts, false),
            Self::Any(parts) => join(parts, true),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(options: &[usize]) -> Expr {
        Expr::Within(QuestionId(0), options.iter().copied().collect())
    }

    fn includes(options: &[usize]) -> Expr {
        Expr::Includes(QuestionId(1), options.iter().copied().collect())
    }

    fn not(expr: Expr) -> Expr {
        Expr::Not(Box::new(expr))
    }

    fn holds(expr: &Expr) -> bool {
        can_hold(expr, &|question| (question == QuestionId(1), 3))
    }

    #[test]
    fn what_contradicts_itself_never_holds() {
        let need = |id| Expr::Needs([NeedId(id)].into_iter().collect());
        for never in [
            Expr::All(vec![within(&[0]), within(&[1, 2])]),
            Expr::All(vec![
                within(&[0, 1, 2]),
                not(within(&[0])),
                not(within(&[1, 2])),
            ]),
            Expr::All(vec![includes(&[0]), not(includes(&[0, 1]))]),
            Expr::All(vec![need(1), not(need(1))]),
            Expr::All(vec![Expr::Asker(Asker::Family), Expr::Asker(Asker::Myself)]),
            Expr::Any(vec![]),
            not(Expr::Always),
        ] {
            assert!(!holds(&never), "{never:?}");
        }
        for sometimes in [
            Expr::Always,
            Expr::All(vec![includes(&[0]), includes(&[1])]),
            Expr::All(vec![includes(&[0, 1]), not(includes(&[0]))]),
            Expr::All(vec![need(1), need(2), not(need(3))]),
            Expr::All(vec![not(within(&[0])), not(within(&[1, 2]))]),
            Expr::Any(vec![Expr::All(vec![within(&[0]), within(&[1])]), need(1)]),
        ] {
            assert!(holds(&sometimes), "{sometimes:?}");
        }
    }

    #[test]
    fn a_condition_of_any_size_is_answered_soon() {
        let question = |id: u16, option| Expr::Within(QuestionId(id), OptionSet::of(option));
        let clause = |id: u16| {
            let others = (1..9).map(|step| question((id + step * 7) % 60, usize::from(step % 3)));
            Expr::Any(others.chain([not(question(id, 0))]).collect())
        };
        let all = Expr::All((0..60).map(clause).collect());
        assert!(can_hold(&all, &|_| (false, 3)));
        // Too many needs told apart to try them all.
        let need = |id| Expr::Needs([NeedId(id)].into_iter().collect());
        let many = Expr::All((0..40).map(need).chain([not(need(0))]).collect());
        assert!(can_hold(&many, &|_| (false, 3)));
    }
}
