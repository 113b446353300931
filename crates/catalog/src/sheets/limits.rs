//! How much a sheet may hold. Staff stay far below; what lies above is no sheet, and nobody waits for it.

/// The most bytes of a file.
pub const BYTES: usize = 10_000_000;
/// The most rows of a table.
pub const ROWS: usize = 20_000;
/// The most columns of a table.
pub const COLUMNS: usize = 500;
/// The most characters of a cell: what Excel can hold in one.
pub const CELL: usize = 32_767;
