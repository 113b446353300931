//! From a text to what it says, by the grammar and then by the vocabulary.

use super::fault::ConditionFault;
use super::grammar::read_tree;
use super::vocabulary::Vocabulary;
use crate::fault::Faults;
use navigator::Expr;

/// Reads a condition; an empty text holds always.
///
/// # Errors
/// The first place at which the text is not a condition, or else the first word that nobody knows.
pub fn read_condition(text: &str, words: &Vocabulary) -> Result<Expr, ConditionFault> {
    let Some(tree) = read_tree(text)? else {
        return Ok(Expr::Always);
    };
    let expr = words
        .resolve(&tree)
        .map_err(|unknown| ConditionFault::of_word(text, unknown))?;
    if nesting(&expr) > Expr::DEEPEST {
        let mend = "「でない」や ( ) をへらすか、条件を分けます";
        return Err(ConditionFault::at(text, 0, "条件が深すぎます", mend));
    }
    if !words.can_hold(&expr) {
        let mend = "打ちけし合うところを直します。いつもなら空にします";
        return Err(ConditionFault::at(
            text,
            0,
            "どの答えでも成り立ちません",
            mend,
        ));
    }
    if words.is_always_held(&expr) {
        let mend = "だれにでもなら空にします。そうでなければ、条件を直します";
        return Err(ConditionFault::at(
            text,
            0,
            "どの答えでも成り立ちます",
            mend,
        ));
    }
    Ok(expr)
}

/// Reads a condition of a sheet: what is wrong is told by `tell`, and then it holds always. Of a word that stands in a sheet
/// that could not be read nothing is told.
pub fn condition_or_always(
    text: &str,
    words: &Vocabulary,
    faults: &mut Faults,
    tell: impl FnOnce(&mut Faults, ConditionFault),
) -> Expr {
    read_condition(text, words).unwrap_or_else(|fault| {
        if fault.is_sure {
            tell(faults, fault);
        }
        Expr::Always
    })
}

/// How deep joints and denials stand inside each other.
fn nesting(expr: &Expr) -> u32 {
    match expr {
        Expr::Not(inner) => 1 + nesting(inner),
        Expr::All(parts) | Expr::Any(parts) => 1 + parts.iter().map(nesting).max().unwrap_or(0),
        Expr::Always | Expr::Needs(_) | Expr::Within(..) | Expr::Includes(..) | Expr::Asker(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::Seen;
    use navigator::{NeedId, OptionSet, QuestionId};
    use proptest::prelude::*;

    fn words() -> Vocabulary {
        let text = |s: &str| s.to_owned();
        Vocabulary {
            needs: Seen::all(vec![
                (text("m01"), text("お金")),
                (text("m02"), text("お金")),
                (text("e01"), text("高齢")),
            ]),
            questions: Seen::all(vec![
                (
                    text("年れい"),
                    false,
                    vec![text("64歳まで"), text("65歳以上")],
                ),
                (text("世帯"), true, vec![text("子ども"), text("ひとり")]),
            ]),
        }
    }

    fn fault(text: &str) -> ConditionFault {
        read_condition(text, &words()).expect_err(text)
    }

    #[test]
    fn brackets_and_both_joints_are_read() {
        let expr = read_condition(
            "年れい=65歳以上 かつ (世帯=子ども または 困りごと=お金)",
            &words(),
        );
        assert_eq!(
            expr,
            Ok(Expr::All(vec![
                Expr::Within(QuestionId(0), OptionSet::of(1)),
                Expr::Any(vec![
                    Expr::Includes(QuestionId(1), OptionSet::of(0)),
                    Expr::Needs([NeedId(0), NeedId(1)].into_iter().collect()),
                ]),
            ]))
        );
    }

    #[test]
    fn wide_signs_are_read_like_narrow_ones() {
        let wide = read_condition("（年れい＝64歳まで／65歳以上）でない", &words());
        let narrow = read_condition("(年れい=64歳まで/65歳以上) でない", &words());
        assert!(wide.is_ok());
        assert_eq!(wide, narrow);
    }

    #[test]
    fn a_condition_nests_no_deeper_than_the_compiled_file_can_hold() {
        let denied = |brackets: usize, denials: usize| {
            let opened = "(".repeat(brackets);
            let closed = format!(" {})", "でない ".repeat(denials)).repeat(brackets);
            read_condition(&format!("{opened}困りごと=m01{closed}"), &words())
        };
        assert!(denied(32, 2).is_ok());
        assert!(denied(32, 3).is_err());
        assert!(denied(33, 0).is_err());
        assert!(denied(1, 32).is_ok());
        assert!(denied(1, 33).is_err());
    }

    #[test]
    fn a_field_is_known_even_where_all_its_needs_were_named_before() {
        let field = read_condition("困りごと=お金", &words());
        assert!(field.is_ok());
        assert_eq!(read_condition("困りごと=m01/m02/お金", &words()), field);
    }

    #[test]
    fn an_empty_cell_holds_always() {
        assert_eq!(read_condition("  ", &words()), Ok(Expr::Always));
    }

    #[test]
    fn faults_name_the_place() {
        assert_eq!(fault("年れい=65歳").position, 5);
        assert_eq!(fault("年齢=65歳以上").position, 1);
        assert_eq!(fault("年れい 65歳以上").position, 5);
        assert_eq!(fault("(年れい=65歳以上").position, 11);
        assert_eq!(fault("年れい=65歳以上 かつ").position, 13);
        assert_eq!(fault("困りごと=z99").position, 6);
        assert_eq!(fault("聞く人=だれか").position, 5);
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_refused() {
        let mixed = fault("年れい=65歳以上 かつ 世帯=子ども または 世帯=ひとり");
        assert!(mixed.mend.contains('('), "{mixed:?}");
    }

    #[test]
    fn two_conditions_without_a_joint_are_refused() {
        assert!(fault("年れい=65歳以上 世帯=子ども").mend.contains("かつ"));
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_fail_otherwise(text in "[年れい=/() かつまたはでない65歳以上m01困りごと]{0,80}") {
            if let Err(fault) = read_condition(&text, &words()) {
                prop_assert!(fault.position >= 1 && fault.position <= text.chars().count() + 1);
            }
        }

        #[test]
        fn any_text_at_all_is_survived(text in any::<String>()) {
            let _ = read_condition(&text, &words());
        }
    }
}
