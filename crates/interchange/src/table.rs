//! A sheet of the catalog as plain rows of text, whatever its words mean: read as it stands, and written in the form that
//! the catalog keeps (UTF-8 with its mark, quotes only where they are needed).

use catalog::plain_text;

/// What spreadsheets begin UTF-8 with.
const MARK: &str = "\u{feff}";

/// Headings and rows, each row as long as the headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The headings.
    pub headings: Vec<String>,
    /// The rows below them.
    pub rows: Vec<Vec<String>>,
    /// Its lines end as those of DOS do.
    pub dos: bool,
    /// Where the rows stood in the file, as Excel counts them; 0 where that is not known.
    pub numbers: Vec<usize>,
}

impl Table {
    /// A table of these headings without a row.
    pub fn of<'h>(headings: impl IntoIterator<Item = &'h str>) -> Self {
        Self {
            headings: headings.into_iter().map(str::to_owned).collect(),
            ..Self::default()
        }
    }

    /// Reads a sheet. Cells are trimmed; rows without any word are left out.
    ///
    /// # Errors
    /// What the bytes are instead of a table.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let text = plain_text(bytes)?;
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .flexible(true)
            .from_reader(text.as_bytes());
        let head = reader.headers().map_err(|_| "見出しを読めません")?;
        let headings: Vec<String> = head.iter().map(plain).collect();
        // What is below an empty line is counted on by Excel and not by the reader.
        let is_counted = !text.contains("\n\n") && !text.contains("\n\r\n");
        let (mut rows, mut numbers) = (Vec::new(), Vec::new());
        for (at, record) in reader.records().enumerate() {
            let record = record.map_err(|_| "行を読めません")?;
            let mut row: Vec<String> = record.iter().map(plain).collect();
            if row.len() > headings.len() && row[headings.len()..].iter().any(|own| !own.is_empty())
            {
                return Err("見出しより欄の多い行があります".to_owned());
            }
            row.resize(headings.len(), String::new());
            if row.iter().any(|cell| !cell.is_empty()) {
                rows.push(row);
                numbers.push(if is_counted { at + 2 } else { 0 });
            }
        }
        Ok(Self {
            headings,
            rows,
            numbers,
            dos: text.contains("\r\n"),
        })
    }

    /// The bytes of the sheet.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = MARK.as_bytes().to_vec();
        let end = match self.dos {
            true => csv::Terminator::CRLF,
            false => csv::Terminator::Any(b'\n'),
        };
        let mut writer = csv::WriterBuilder::new()
            .terminator(end)
            .from_writer(&mut bytes);
        for row in std::iter::once(&self.headings).chain(&self.rows) {
            // Into memory nothing fails.
            let _ = writer.write_record(row);
        }
        drop(writer);
        bytes
    }

    /// Where a column stands.
    #[must_use]
    pub fn position(&self, heading: &str) -> Option<usize> {
        self.headings.iter().position(|own| own == heading)
    }

    /// The cells of two columns, side by side; none where one of them is not there.
    #[must_use]
    pub fn pairs(&self, one: &str, other: &str) -> Vec<(&str, &str)> {
        let (Some(one), Some(other)) = (self.position(one), self.position(other)) else {
            return Vec::new();
        };
        let rows = self.rows.iter();
        rows.map(|row| (&*row[one], &*row[other])).collect()
    }
}

/// A cell as it is kept: without the line ends of DOS, which a workbook does not have.
fn plain(cell: &str) -> String {
    cell.trim().replace("\r\n", "\n").replace('\r', "\n")
}
