//! How the cells of the workbook look: text everywhere, so that no date and no number is made of it, and colours for what
//! has to be filled and for what is wrong.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const RED: Color = Color::RGB(0x00FF_C7CE);
const YELLOW: Color = Color::RGB(0x00FF_F2CC);
const DARK: Color = Color::RGB(0x001F_3864);
const NEEDED: Color = Color::RGB(0x0083_3C0B);

/// A cell to write in.
pub fn cell() -> Format {
    // 49 is Excel's own text format: what is typed stays as it was typed.
    Format::new()
        .set_num_format_index(49)
        .set_align(FormatAlign::Top)
}

/// One whose text may be long.
pub fn wide() -> Format {
    cell().set_text_wrap()
}

/// One that `catalog check` finds fault with.
pub fn faulty() -> Format {
    cell().set_background_color(RED)
}

/// What a rule marks as wrong.
pub fn wrong() -> Format {
    Format::new().set_background_color(RED)
}

/// What a rule marks as not filled yet.
pub fn missing() -> Format {
    Format::new().set_background_color(YELLOW)
}

/// A heading; one of a column that has to be filled stands out.
pub fn heading(needed: bool) -> Format {
    Format::new()
        .set_num_format_index(49)
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(if needed { NEEDED } else { DARK })
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// The title of a page to be read.
pub fn title() -> Format {
    Format::new().set_bold().set_font_size(16)
}

/// A word that stands out on a page to be read.
pub fn strong() -> Format {
    Format::new().set_bold()
}
