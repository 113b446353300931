//! Measures the navigator, here or in a browser: `cargo xtask bench`.

#[cfg(target_arch = "wasm32")]
mod in_browser;
#[cfg(not(target_arch = "wasm32"))]
mod report;

#[cfg(target_arch = "wasm32")]
fn main() {
    in_browser::measure();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match report::print() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            std::process::ExitCode::FAILURE
        }
    }
}
