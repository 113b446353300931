//! How much a sheet may hold. Staff stay far below; what lies above is no sheet, and nobody waits for it.

/// The most rows of a table.
pub const ROWS: usize = 20_000;
/// The most lines of a table, with empty ones and those within cells.
pub const LINES: usize = ROWS * 20;
/// The most columns of a table.
pub const COLUMNS: usize = 500;
/// The most characters of a cell: what Excel can hold in one.
pub const CELL: usize = 32_767;
