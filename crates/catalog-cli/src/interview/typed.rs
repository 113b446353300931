//! What a person types, as answers.

use navigator::{
    Answer, Answers, AreaId, Ask, Asker, Catalog, NeedId, NeedSet, OptionSet, Question,
    search_needs,
};

/// The answers with one more, or what to type instead.
pub fn read(
    catalog: &Catalog,
    answers: &Answers,
    ask: Ask,
    typed: &str,
) -> Result<Answers, String> {
    let mut said = answers.clone();
    match ask {
        Ask::Needs => {
            said.needs = match refusal(typed) {
                Some(refusal) => refusal,
                None => Answer::Chosen(needs(catalog, answers.asker, typed)?),
            };
        }
        Ask::Area => {
            said.area = match refusal(typed) {
                Some(refusal) => refusal,
                None => Answer::Chosen(area(catalog, typed)?),
            };
        }
        Ask::Question(id) => {
            let answer = match refusal(typed) {
                Some(refusal) => refusal,
                None => Answer::Chosen(options(catalog.question(id), typed)?),
            };
            said.set(id, answer);
        }
    }
    Ok(said)
}

fn refusal<S>(typed: &str) -> Option<Answer<S>> {
    match typed {
        "?" => Some(Answer::Unknown),
        "-" => Some(Answer::Declined),
        _ => None,
    }
}

fn needs(catalog: &Catalog, asker: Asker, typed: &str) -> Result<NeedSet, String> {
    if !typed.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(found(catalog, asker, typed));
    }
    let places = numbers(typed, catalog.needs.len())?;
    let ids: Vec<NeedId> = catalog.need_ids().collect();
    Ok(places.into_iter().map(|place| ids[place]).collect())
}

fn found(catalog: &Catalog, asker: Asker, typed: &str) -> String {
    let needs = search_needs(catalog, typed, 8);
    if needs.is_empty() {
        return format!(
            "「{typed}」に合う困りごとが見つかりません。番号か、ほかの言葉で答えます。"
        );
    }
    let lines = needs.into_iter().map(|id| {
        format!(
            "  {:>3} {}\n",
            id.index() + 1,
            catalog.need(id).text.to(asker)
        )
    });
    format!(
        "「{typed}」に近い困りごと（番号で選びます）\n{}",
        lines.collect::<String>()
    )
}

fn area(catalog: &Catalog, typed: &str) -> Result<AreaId, String> {
    let mut ids = catalog.area_ids();
    if let Some(id) = ids.find(|id| catalog.areas[id.index()].name == typed) {
        return Ok(id);
    }
    match numbers(typed, catalog.areas.len())?.as_slice() {
        [place] => catalog.area_ids().nth(*place).ok_or_else(String::new),
        _ => Err("1つだけ選びます。".to_owned()),
    }
}

fn options(question: &Question, typed: &str) -> Result<OptionSet, String> {
    let places = numbers(typed, question.options.len())?;
    let several = places.len() > 1;
    if several && !question.multiple {
        return Err("1つだけ選びます。".to_owned());
    }
    if several && places.iter().any(|&place| question.options[place].alone) {
        return Err("「あてはまらない」と、ほかの答えはいっしょに選べません。".to_owned());
    }
    Ok(places.into_iter().collect())
}

/// Positions from numbers that count from 1, each once.
fn numbers(typed: &str, count: usize) -> Result<Vec<usize>, String> {
    let mut places = Vec::new();
    for word in typed.split(|c: char| c.is_whitespace() || ",、".contains(c)) {
        if word.is_empty() {
            continue;
        }
        let number: Option<usize> = word.parse().ok();
        match number.filter(|number| (1..=count).contains(number)) {
            Some(number) if places.contains(&(number - 1)) => {}
            Some(number) => places.push(number - 1),
            None => {
                return Err(format!(
                    "「{word}」は使えません。1〜{count} の番号で答えます。"
                ));
            }
        }
    }
    Ok(places)
}
