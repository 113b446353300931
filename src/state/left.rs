//! What a tab keeps of a visit for half an hour, so that a phone which drops the tab (dialling does that) loses nothing but
//! what is hard to say. Worked out from the visit alone; nothing here asks anything of the browser.

use super::screen::{Question, Screen};
use super::visit::{Visit, kept_text};
use navigator::{Answers, Ask, Catalog, Day, QuestionId, Truth, next_step};

// Where somebody stood, besides the ids of questions; nothing is the suggestions.
const ASKER: &str = "a";
const NEEDS: &str = "n";
const AREA: &str = "t";
const NEXT: &str = "-";

/// The time of the last answer, where the person stands, the town, and the answers as a link has them. Nothing of what is
/// hard to say, and none at all if nothing else was said. (Whether its time is over is looked at where it is read, in
/// index.html.)
pub fn text(visit: &Visit, screen: Screen) -> Option<String> {
    let at = visit.answered.as_ref()?;
    let catalog = visit.catalog.as_ref()?;
    let plain = visit.answers().without_sensitive(catalog);
    (plain.asked() > 0).then(|| {
        let said = kept_text(&visit.town, &plain.to_text(catalog));
        [at, ";", place(catalog, &plain, screen), ";", &said].concat()
    })
}

fn place<'a>(catalog: &'a Catalog, plain: &Answers, screen: Screen) -> &'a str {
    let Screen::Question(question) = screen else {
        return if screen == Screen::Asker { ASKER } else { "" };
    };
    match question.ask {
        Ask::Needs => NEEDS,
        Ask::Area => AREA,
        // That it is put would tell what is hard to say.
        Ask::Question(id) if !applies(catalog, plain, id) || catalog.is_sensitive_question(id) => {
            NEXT
        }
        Ask::Question(id) => &catalog.question(id).id,
    }
}

fn applies(catalog: &Catalog, answers: &Answers, id: QuestionId) -> bool {
    catalog.question(id).ask_when.read(catalog, answers) == Truth::Yes
}

/// Where somebody stood who comes back: the same screen, or the one that is next where that is no more.
pub fn screen(catalog: &Catalog, answers: &Answers, place: &str, today: Day) -> Screen {
    let mut asked = catalog.question_ids();
    let ask = match place {
        "" => return Screen::Results,
        ASKER => return Screen::Asker,
        NEEDS => Some(Ask::Needs),
        AREA if !catalog.areas.is_empty() => Some(Ask::Area),
        place => asked
            .find(|&id| catalog.question(id).id == place && applies(catalog, answers, id))
            .map(Ask::Question),
    };
    match ask.or_else(|| next_step(catalog, answers, today)) {
        Some(ask) => Screen::Question(Question::new(ask)),
        None => Screen::Results,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use navigator::{Answer, Expr, Need, NeedId, NeedSet, OptionSet, Question as Asked, Town};
    use std::sync::Arc;

    const TODAY: Day = Day(20_000);

    /// Two troubles, the second hard to say, and a question for each.
    fn catalog() -> Catalog {
        let need = |id: &str, sensitive| Need {
            id: id.to_owned(),
            sensitive,
            ..Need::default()
        };
        let asked = |id: &str, need: u16| Asked {
            id: id.to_owned(),
            ask_when: Expr::Needs([NeedId(need)].into_iter().collect()),
            ..Asked::default()
        };
        Catalog {
            town: Town {
                id: "asaka".to_owned(),
                ..Town::default()
            },
            needs: vec![need("m01", false), need("m05", true)],
            questions: vec![asked("rent", 0), asked("debt", 1)],
            ..Catalog::default()
        }
    }

    fn visit(needs: &[u16]) -> Visit {
        let mut visit = Visit::new(super::super::visit::VisitId(0), "asaka".to_owned(), None);
        let needs: NeedSet = needs.iter().copied().map(NeedId).collect();
        visit.said.needs = Answer::Chosen(needs);
        visit.catalog = Some(Arc::new(catalog()));
        visit.answered = Some("9".to_owned());
        visit
    }

    fn question(id: u16) -> Screen {
        Screen::Question(Question::new(Ask::Question(QuestionId(id))))
    }

    #[test]
    fn what_is_kept_has_the_time_of_the_last_answer_and_nothing_before_one() {
        let mut visit = visit(&[0]);
        let kept = text(&visit, Screen::Results);
        assert_eq!(kept.as_deref(), Some("9;;asaka;1;n=m01"));
        visit.answered = None;
        assert_eq!(text(&visit, Screen::Results), None);
    }

    #[test]
    fn what_is_hard_to_say_is_not_kept_nor_that_it_was_asked_about() {
        let mut both = visit(&[0, 1]);
        both.said
            .set(QuestionId(1), Answer::Chosen(OptionSet::of(0)));
        let kept = text(&both, question(1));
        assert_eq!(kept.as_deref(), Some("9;-;asaka;1;n=m01"));
        assert_eq!(text(&visit(&[1]), Screen::Results), None);
    }

    #[test]
    fn each_place_leads_back_to_itself() {
        let visit = visit(&[0]);
        let needs = Screen::Question(Question::new(Ask::Needs));
        for stood in [Screen::Asker, needs, question(0), Screen::Results] {
            let place = place(&catalog(), &visit.said, stood).to_owned();
            assert_eq!(screen(&catalog(), &visit.said, &place, TODAY), stood);
        }
        // Of another version, or damaged.
        for place in ["gone", "debt", AREA] {
            assert_eq!(
                screen(&catalog(), &visit.said, place, TODAY),
                Screen::Results
            );
        }
    }
}
