//! Why a command line is refused, in Japanese and with the mend: clap says what is wrong, this says it to staff.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;

/// One or two sentences, then how the command is used.
pub fn refusal(error: &Error) -> String {
    let what = match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return error.to_string(),
        ErrorKind::MissingSubcommand => "命令がありません。".to_owned(),
        ErrorKind::InvalidSubcommand => no_such_command(error),
        ErrorKind::UnknownArgument => no_such_argument(error),
        ErrorKind::MissingRequiredArgument => format!("{}がありません。", argument(error)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => bad_value(error),
        ErrorKind::ArgumentConflict => twice(error),
        ErrorKind::InvalidUtf8 => "読めない文字があります。".to_owned(),
        _ => format!("{}の書き方がちがいます。", argument(error)),
    };
    let usage = text(error, ContextKind::Usage).replacen("Usage:", "使い方:", 1);
    let help = "くわしくは `catalog help` か `catalog help <命令>` で出ます。";
    let lines = [what.as_str(), usage.as_str(), help];
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn no_such_command(error: &Error) -> String {
    let typed = text(error, ContextKind::InvalidSubcommand);
    let near = meant(error, ContextKind::SuggestedSubcommand);
    format!("「{typed}」という命令はありません。{near}")
}

fn no_such_argument(error: &Error) -> String {
    let near = meant(error, ContextKind::SuggestedArg);
    format!("{}は使えません。{near}", argument(error))
}

fn bad_value(error: &Error) -> String {
    let (value, argument) = (text(error, ContextKind::InvalidValue), argument(error));
    if value.is_empty() {
        return format!("{argument}の後に値がありません。");
    }
    let known = text(error, ContextKind::ValidValue);
    let why = match error.source() {
        Some(source) => source.to_string(),
        None => format!("{known} のどれかです"),
    };
    format!("「{value}」は{argument}に使えません（{why}）。")
}

fn twice(error: &Error) -> String {
    let (one, other) = (argument(error), text(error, ContextKind::PriorArg));
    if one == format!("「{other}」") {
        format!("{one}は1回だけ書きます。")
    } else {
        format!("{one}と「{other}」は、いっしょに使えません。")
    }
}

fn meant(error: &Error, kind: ContextKind) -> String {
    match text(error, kind) {
        near if near.is_empty() => near,
        near => format!("「{near}」のことですか。"),
    }
}

/// The arguments that an error is about, each in 「」.
fn argument(error: &Error) -> String {
    let one = |name: &String| format!("「{name}」");
    match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::Strings(names)) => names.iter().map(one).collect::<Vec<_>>().join("と"),
        _ => one(&text(error, ContextKind::InvalidArg)),
    }
}

fn text(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    }
}
