//! The catalog's folder on the disk, read for the crate that only takes bytes. Only what may be a sheet is read, and no
//! more of it than a sheet may hold, whatever folder is pointed at.

use catalog::Sources;
use std::fs::{self, File};
use std::io::{self, Error, ErrorKind, Read};
use std::path::Path;

/// How deep sheets lie: `lang/ja/entry.toml`, and some room.
const DEEPEST: usize = 4;

/// All sheets below a folder, by their path in it. One that cannot be read stands there with the reason.
///
/// # Errors
/// If the folder itself cannot be read.
pub fn sources(root: &Path) -> io::Result<Sources> {
    let mut sources = Sources::default();
    let items = fs::read_dir(root)?;
    gather(items, "", DEEPEST, &mut sources);
    Ok(sources)
}

fn gather(items: fs::ReadDir, below: &str, deeper: usize, sources: &mut Sources) {
    for item in items.filter_map(Result::ok) {
        let path = format!("{below}{}", item.file_name().to_string_lossy());
        let small = path.to_lowercase();
        let is_sheet = small.ends_with(".csv") || small.ends_with(".toml");
        // A folder of that name stands where the sheet ought to be.
        if item.path().is_dir() && !is_sheet {
            match fs::read_dir(item.path()) {
                Ok(items) if deeper > 0 => {
                    gather(items, &format!("{path}/"), deeper - 1, sources);
                }
                _ => {}
            }
        } else if is_sheet {
            match bytes(&item.path()) {
                Ok(bytes) => sources.insert(path, bytes),
                Err(problem) => sources.insert_unread(path, system(&problem)),
            }
        }
    }
}

/// The bytes of a file, and no more of them than a sheet may have.
///
/// # Errors
/// If it cannot be read.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    // What is no file (a pipe, a device) would be waited for.
    if !fs::metadata(path)?.is_file() {
        return Err(Error::from(ErrorKind::InvalidInput));
    }
    let mut bytes = Vec::new();
    let most = u64::try_from(Sources::MOST_BYTES).unwrap_or(u64::MAX);
    // One byte more than a sheet may have, so that it is refused for its size.
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What the system says when it refuses something, in Japanese.
pub fn system(problem: &Error) -> String {
    let known = match problem.kind() {
        ErrorKind::NotFound => "見つかりません",
        ErrorKind::PermissionDenied => "読み書きがゆるされていません",
        ErrorKind::IsADirectory => "フォルダーです",
        ErrorKind::NotADirectory => "フォルダーではありません",
        ErrorKind::AlreadyExists => "もうあります",
        ErrorKind::StorageFull => "空きがありません",
        ErrorKind::QuotaExceeded => "使える大きさをこえました",
        ErrorKind::FileTooLarge => "大きすぎます",
        ErrorKind::ReadOnlyFilesystem => "書きこめない場所です",
        ErrorKind::InvalidFilename => "名前に使えない文字があります",
        ErrorKind::InvalidData => "文字の形式が UTF-8 ではありません",
        ErrorKind::InvalidInput => "ふつうのファイルではありません",
        ErrorKind::Interrupted => "中断されました",
        ErrorKind::OutOfMemory => "メモリーが足りません",
        ErrorKind::UnexpectedEof => "途中で終わっています",
        _ => "",
    };
    match (known, problem.raw_os_error()) {
        ("", Some(number)) => format!("システムの番号 {number}"),
        ("", None) => "わけは分かりません".to_owned(),
        (known, _) => known.to_owned(),
    }
}
