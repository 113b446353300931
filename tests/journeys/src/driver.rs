//! A running driver: its process, its screen where it needs one, and the fresh profile of its browser. All end with it.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use xtask::process::shown;
use xtask::project::Project;

use crate::{Engine, Fault, Step};

const START_LIMIT: Duration = Duration::from_secs(60);
const MEND: &str = "run `cargo xtask setup`, which installs the browsers and their drivers";

/// A driver that listens on [`Driver::port`].
#[derive(Debug)]
pub struct Driver {
    // Dropped in this order: the driver, then its screen, then the profile.
    process: Process,
    _screen: Option<Process>,
    profile: Profile,
    port: u16,
}

impl Driver {
    /// Starts the engine's driver and waits until it listens.
    pub fn start(engine: Engine) -> Step<Self> {
        let port = free_port()?;
        let mut command = engine.driver(port)?;
        let screen = if engine.needs_screen() {
            let (screen, name) = start_screen()?;
            command.env("DISPLAY", name);
            Some(screen)
        } else {
            None
        };
        let profile = Profile::fresh()?;
        if let Some((file, style)) = engine.window_style() {
            profile.write(file, style)?;
        }
        // Where GTK looks for style. A Chromium whose profile lies there keeps its cache below the other one: were that the
        // machine's own, what an earlier journey was sent from the same port would come without being asked for.
        for home in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
            command.env(home, &profile.0);
        }
        command.stdout(Stdio::null()).stderr(log(engine, port)?);
        let mut driver = Self {
            process: Process::start(&mut command)?,
            _screen: screen,
            profile,
            port,
        };
        driver.wait_until_ready(&shown(&command))?;
        Ok(driver)
    }

    /// Where it listens on this machine.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// An empty folder for the browser's profile.
    pub fn profile(&self) -> &Path {
        &self.profile.0
    }

    fn wait_until_ready(&mut self, name: &str) -> Step<()> {
        let start = Instant::now();
        while start.elapsed() < START_LIMIT {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return Ok(());
            }
            if let Ok(Some(status)) = self.process.0.try_wait() {
                return Err(Fault::new(name, format!("ended at once ({status})"), MEND));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err(Fault::new(
            name,
            format!("not ready after {} s", START_LIMIT.as_secs()),
            MEND,
        ))
    }
}

/// A child process that ends with its owner.
#[derive(Debug)]
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Step<Self> {
        let child = command.stdin(Stdio::null()).spawn().map_err(|error| {
            Fault::new(
                shown(command),
                format!("could not be started ({error})"),
                MEND,
            )
        })?;
        Ok(Self(child))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to do.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A virtual screen, and its name for DISPLAY. X itself picks a free number and tells it.
fn start_screen() -> Step<(Process, String)> {
    let mut command = Command::new("Xvfb");
    command
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1400x16000x24",
            "-nolisten",
            "tcp",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut screen = Process::start(&mut command)?;
    let mut number = String::new();
    if let Some(told) = screen.0.stdout.take() {
        BufReader::new(told)
            .read_line(&mut number)
            .map_err(|error| Fault::new("Xvfb", error.to_string(), MEND))?;
    }
    if number.trim().is_empty() {
        return Err(Fault::new("Xvfb", "ended without a screen", MEND));
    }
    Ok((screen, format!(":{}", number.trim())))
}

/// A folder that is deleted with its owner.
#[derive(Debug)]
struct Profile(PathBuf);

impl Profile {
    fn fresh() -> Step<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder =
            std::env::temp_dir().join(format!("madoguchi-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder)
            .map_err(|error| Fault::file(&folder, &error, "make this folder writable"))?;
        Ok(Self(folder))
    }

    fn write(&self, below: &str, text: &str) -> Step<()> {
        let path = self.0.join(below);
        let folder = path.parent().unwrap_or(&self.0);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| Fault::file(&path, &error, "make this folder writable"))
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // A browser that is still ending may write into it; what stays is in the temporary folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn free_port() -> Step<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| Fault::new("a free port", error.to_string(), "close some programs"))
}

/// Where the driver's own words go.
fn log(engine: Engine, port: u16) -> Step<File> {
    let folder = Project::here()?.shots().join("drivers");
    let path = folder.join(format!("{}-{port}.log", engine.name()));
    fs::create_dir_all(&folder)
        .and_then(|()| File::create(&path))
        .map_err(|error| Fault::file(&path, &error, "make this folder writable"))
}
