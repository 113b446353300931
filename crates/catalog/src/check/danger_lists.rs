//! Danger beside the lists of the knowledge: none of them keeps somebody from a line that answers danger or puts such a line
//! where it stands for everybody, and who is in danger is found and asked.

use super::told::{with_answer_alone, with_need_alone};
use crate::danger::Trait::{AnswersItself, MayLack};
use crate::danger::{DANGER_KINDS, DANGER_QUESTIONS, DangerKind, FOR_SOME, SAID, danger_of};
use crate::fault::Faults;
use crate::knowledge::{FIELDS, Knowledge, NeedRow, QUESTIONS, RULES};
use navigator::{Expr, FieldSort, KindId, NeedId, Question};

/// Checks the four lists of `rules.toml`.
pub fn check_lists(knowledge: &Knowledge, faults: &mut Faults) {
    for danger in &DANGER_KINDS {
        let Some(kind) = knowledge.kind_of(danger.kind) else {
            continue;
        };
        let (id, of) = (danger.kind, danger.of);
        let lists = [
            ("fallback", knowledge.fallback.contains(&kind)),
            ("joined_up", knowledge.joined_up == Some(kind)),
        ];
        for (list, _) in lists.into_iter().filter(|(_, is_in)| *is_in) {
            let what = format!("「{id}」は{of}のときだけの窓口です");
            faults.add(RULES, 0, list, what, "ほかの種類にします");
        }
        if !knowledge.instead[kind.index()].is_empty() && !danger.is(MayLack) {
            let what = format!("「{id}」（{of}）には、代わりの窓口はありません");
            faults.add(RULES, 0, "instead", what, "この行を消します");
        }
        check_fits(knowledge, (kind, danger), faults);
    }
}

/// Who is in danger is let through, whatever age was said; a law for people of an age lets at least these through.
fn check_fits(knowledge: &Knowledge, (kind, danger): (KindId, &DangerKind), faults: &mut Faults) {
    let fits = &knowledge.fits[kind.index()];
    let id = danger.kind;
    if *fits == Expr::Always {
        return;
    }
    let Some((_, answers)) = FOR_SOME.iter().find(|(of, _)| *of == id) else {
        let what = format!("「{id}」（{}）は、だれにでも出す窓口です", danger.of);
        return faults.add(RULES, 0, "fits", what, "この行を消します");
    };
    for &(name, option) in *answers {
        if with_answer_alone(&knowledge.vocabulary, fits, (name, option)) != Some(true) {
            let what = format!("「{id}」が、「{name}={option}」の人に出ません");
            let mend = format!("「または {name}={option}」を足します");
            faults.add(RULES, 0, "fits", what, mend);
        }
    }
}

/// Checks one trouble: that it is found, and that its danger is asked for.
pub fn check_need(knowledge: &Knowledge, (need, place): (&NeedRow, usize), faults: &mut Faults) {
    let Some(first) = need.first.first() else {
        return;
    };
    let first = &*knowledge.kinds[first.index()].id;
    let id = NeedId(u16::try_from(place).unwrap_or(u16::MAX));
    for (name, _) in DANGER_QUESTIONS
        .iter()
        .filter(|(_, of)| of.contains(&first))
    {
        check_is_asked(knowledge, (need, id), name, faults);
    }
    let Some(danger) = danger_of(first) else {
        return;
    };
    check_marks(need, danger, faults);
    if need.search.is_empty() {
        let mend = "困っている人が打つ言葉を、「;」でつないで書きます";
        need.tell("検索の言葉", "空です".to_owned(), mend, faults);
    }
    let said = SAID.iter().find(|(kind, _)| *kind == first);
    if let Some((kind, words)) = said.filter(|(_, words)| !need.text.myself.contains(words)) {
        let what = format!("「{kind}」から始まる困りごとなのに、「{words}」がありません");
        let mend = format!("「{words}」の入った言葉にもどします");
        need.tell("言葉", what, &mend, faults);
    }
    if danger.is(AnswersItself) {
        check_field(knowledge, need, faults);
    }
}

/// What puts another window before the line, or makes less of the trouble than it is.
fn check_marks(need: &NeedRow, danger: &DangerKind, faults: &mut Faults) {
    let marks = [
        ("compound", need.compound),
        ("errand", need.errand),
        ("giving", need.giving),
        ("strain", need.strain),
    ];
    for (mark, _) in marks.into_iter().filter(|(_, has)| *has) {
        let what = format!("{}の困りごとに、「{mark}」の印があります", danger.of);
        need.tell("印", what, "印から消します", faults);
    }
}

/// A question that tells danger comes before all that are harder to answer.
fn check_cost(question: &Question, row: usize, name: &str, faults: &mut Faults) {
    if question.cost != 1 {
        let what = format!("「{name}」の cost が{}です", question.cost);
        faults.add(QUESTIONS, row, &question.id, what, "cost = 1 にします");
    }
}

fn check_is_asked(
    knowledge: &Knowledge,
    (need, id): (&NeedRow, NeedId),
    name: &str,
    faults: &mut Faults,
) {
    let mut questions = knowledge.vocabulary.questions.iter();
    let Some(place) = questions.position(|(known, ..)| known == name) else {
        return;
    };
    let (Some(question), Some(&row)) = (
        knowledge.questions.get(place),
        knowledge.question_rows.get(place),
    ) else {
        return;
    };
    let is_told = faults.are_of(QUESTIONS);
    if !is_told {
        check_cost(question, row, name, faults);
    }
    if !is_told && with_need_alone(&question.ask_when, id) != Some(true) {
        let what = format!("困りごと「{}」の人に、「{name}」を聞きません", need.id);
        let mend = format!("when に「困りごと={}」を足します", need.id);
        faults.add(QUESTIONS, row, &question.id, what, mend);
    }
}

/// What cannot wait is found in the field of danger, where it is said which one that is.
fn check_field(knowledge: &Knowledge, need: &NeedRow, faults: &mut Faults) {
    if faults.are_in(FIELDS, &["印"]) {
        return;
    }
    let mut fields = knowledge.fields.iter();
    let Some(danger) = fields.find(|field| field.field.sort == FieldSort::Danger) else {
        return;
    };
    if need.urgent && !need.fields.contains(&danger.id) {
        let what = format!("急ぐ困りごとなのに、「{}」の分野にありません", danger.id);
        let mend = format!("「{}」を足します", danger.id);
        need.tell("分野", what, &mend, faults);
    }
}
