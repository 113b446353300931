//! A catalog in which a position points at nothing is refused, so that nothing inside can fail later.

use super::town::{has_need, is, not, options};
use navigator::{
    Area, AreaId, Asker, Catalog, Channels, Choice, Closure, Confidence, Day, Entry, EntryId, Expr,
    Field, FieldSort, Form, Holidays, Hours, Kind, KindId, Level, Need, NeedId, NeedSet, Notice,
    OnHolidays, OptionSet, OtherPhone, Part, PerAsker, PlanItem, PlanItemId, PlanLevel, Question,
    QuestionId, Rule, RuleId, RuleSort, Source, SourceId, Span, Town, Via, questions_going_round,
};

/// The least that is sound: a switchboard and the joined-up kind.
pub fn smallest() -> Catalog {
    Catalog {
        kind_fields: vec![String::new()],
        kinds: vec![Kind::default()],
        entries: vec![dialled()],
        ..Catalog::default()
    }
}

/// The least that a switchboard can be: it has a number.
pub fn dialled() -> Entry {
    Entry {
        channels: Channels {
            phone: "110".to_owned(),
            ..Channels::default()
        },
        ..Entry::default()
    }
}

/// A catalog without a blank: every column holds something, every choice of a column occurs, and lists end with the
/// last position that there is.
pub fn full() -> Catalog {
    Catalog {
        version: "2026-11-21".to_owned(),
        town: Town {
            id: "asaka".to_owned(),
            name: "朝霞市".to_owned(),
            prefecture: "埼玉県".to_owned(),
            switchboard: EntryId(1),
            plan_title: "計画".to_owned(),
            operator: "福祉の会".to_owned(),
            contact: "https://example.jp/contact".to_owned(),
            credits: texts(&["お礼", "もう1つ"]),
        },
        fields: vec![field(), Field::default()],
        needs: vec![need(), Need::default()],
        questions: vec![
            question(Expr::Always),
            question(every_condition(QuestionId(0))),
        ],
        kind_fields: texts(&["総合", "高齢"]),
        kinds: vec![
            Kind::default(),
            Kind {
                id: "jiritsu".to_owned(),
                field: 1,
                plain: "お金の相談".to_owned(),
                fits: every_condition(QuestionId(1)),
                direct: true,
                say: "担当の係につないでください。".to_owned(),
                entries: vec![EntryId(0), EntryId(1)],
            },
        ],
        rules: rules(),
        fallback: vec![KindId(0), KindId(1)],
        joined_up: KindId(1),
        giving: vec![NeedId(1)],
        strain: vec![NeedId(0), NeedId(1)],
        always: vec![EntryId(1)],
        entries: vec![entry(), dialled()],
        sources: vec![
            Source::default(),
            Source {
                publisher: "朝霞市".to_owned(),
                title: "相談のページ".to_owned(),
                date: "2026-07".to_owned(),
                url: "https://example.jp/source".to_owned(),
            },
        ],
        areas: vec![
            Area {
                name: "中央区本町".to_owned(),
                ward: "中央区".to_owned(),
                reading: "ほんちょう".to_owned(),
                district: "中央".to_owned(),
            };
            2
        ],
        plan: plan(),
        notices: vec![notice()],
        holidays: Holidays::new(Day(19_000), Day(21_000), vec![Day(19_001), Day(20_999)]),
    }
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

fn for_each(text: &str) -> PerAsker {
    PerAsker {
        myself: format!("{text}（本人）"),
        family: format!("{text}（家族）"),
        supporter: format!("{text}（支える人）"),
    }
}

/// One of each sort of condition.
fn every_condition(on: QuestionId) -> Expr {
    Expr::All(vec![
        Expr::Always,
        Expr::Needs([NeedId(0), NeedId(1)].into_iter().collect()),
        Expr::Within(on, options(&[0, 63])),
        not(Expr::Includes(on, options(&[7]))),
        Expr::Any(vec![
            Expr::Asker(Asker::Myself),
            Expr::Asker(Asker::Family),
            Expr::Asker(Asker::Supporter),
        ]),
    ])
}

fn field() -> Field {
    Field {
        name: "こころ".to_owned(),
        examples: "眠れない".to_owned(),
        picture: "brain".to_owned(),
        sort: FieldSort::Danger,
    }
}

fn need() -> Need {
    Need {
        id: "m01".to_owned(),
        field: 1,
        other_fields: vec![0, 1],
        text: for_each("家賃が払えない"),
        plain: "家賃を はらえない".to_owned(),
        first: vec![KindId(1)],
        also: vec![KindId(0), KindId(1)],
        compound: true,
        errand: true,
        sensitive: true,
        direct: true,
        search: texts(&["やちん", "たいのう"]),
    }
}

/// With as many options as a question may have; the last one has something in each column.
fn question(ask_when: Expr) -> Question {
    let mut options = vec![Choice::default(); OptionSet::CAPACITY];
    options[63] = Choice {
        id: "none".to_owned(),
        text: for_each("どれもない"),
        alone: true,
    };
    Question {
        id: "age".to_owned(),
        text: for_each("何歳ですか"),
        why: for_each("ちがうためです"),
        options,
        multiple: true,
        cost: 4,
        ask_when,
    }
}

fn rules() -> Vec<Rule> {
    let crisis = |stop, private| RuleSort::Crisis { stop, private };
    let sorts = [
        RuleSort::Gate,
        RuleSort::Compound,
        crisis(false, false),
        crisis(false, true),
        crisis(true, false),
        crisis(true, true),
    ];
    let rule = |sort| Rule {
        id: "life".to_owned(),
        words: "死にたい".to_owned(),
        sort,
        when: every_condition(QuestionId(1)),
        direct: true,
        silent: true,
        traceless: true,
        first: vec![KindId(1)],
        also: vec![KindId(0), KindId(1)],
    };
    sorts.map(rule).to_vec()
}

fn plan() -> Vec<PlanItem> {
    let item = |level, parent| PlanItem {
        id: "g1".to_owned(),
        level,
        parent,
        name: "ともに生きる".to_owned(),
        owner: "市".to_owned(),
    };
    vec![
        item(PlanLevel::Goal, None),
        item(PlanLevel::Direction, Some(PlanItemId(0))),
        item(PlanLevel::Measure, Some(PlanItemId(2))),
    ]
}

fn entry() -> Entry {
    let text = |text: &str| text.to_owned();
    Entry {
        id: text("asaka-sodan"),
        form: Form::Hotline,
        level: Level::Nation,
        name: text("相談の係"),
        plain: text("相談"),
        reading: text("そうだんのかかり"),
        plain_reading: text("そうだん"),
        kinds: vec![KindId(1), KindId(0)],
        what: text("話を聞きます。"),
        who: text("だれでも"),
        fits: every_condition(QuestionId(1)),
        askers: texts(&["本人", "家族"]),
        area: text("市内"),
        channels: Channels {
            phone: text("048-463-2222"),
            other_phones: vec![other("048-463-3333", "夜")],
            fax: text("048-463-4444"),
            mail: text("a@example.jp"),
            form: text("https://example.jp/form"),
            chat: text("LINE"),
            visits: true,
            walk_in: true,
            address: text("本町1-1-1"),
            access: text("駅から歩いて5分"),
        },
        via: Via::Switchboard,
        number_note: text("係の番号"),
        hours: hours(),
        reservation: text("いります"),
        cost: text("かかりません"),
        languages: texts(&["英語"]),
        bring: text("ありません"),
        say: text("相談したい"),
        measures: vec![PlanItemId(2)],
        url: text("https://example.jp"),
        source: Some(SourceId(1)),
        source_date: text("2026-07"),
        checked: Some(Day(20_001)),
        inferred: [Part::What, Part::Measures].into_iter().collect(),
        confidence: Confidence::Low,
        valid_from: Some(Day(0)),
        valid_until: Some(Day(20_003)),
        areas: vec![AreaId(1)],
        passed_on_by: Some(EntryId(1)),
    }
}

fn notice() -> Notice {
    let text = str::to_owned;
    Notice {
        id: text("iken"),
        title: text("計画への意見"),
        text: text("意見を集めています"),
        who: text("市内の人"),
        how: text("郵送"),
        place: text("市役所"),
        url: text("https://example.jp/iken"),
        phone: text("048-463-1111"),
        mail: text("iken@example.jp"),
        first: Day(20_000),
        last: Day(20_030),
        source: Some(SourceId(1)),
        checked: Some(Day(19_999)),
    }
}

fn other(number: &str, note: &str) -> OtherPhone {
    OtherPhone {
        number: number.to_owned(),
        note: note.to_owned(),
    }
}

fn hours() -> Hours {
    let span = |on_holidays| Span {
        weekdays: 0b100_0001,
        nth: 0b1_0001,
        dates: 1 << 30,
        season: navigator::Season::Months(0b1000_0000_0001),
        on_holidays,
        from: 12 * 60,
        until: 29 * 60 + 30,
    };
    Hours {
        text: "月・日 12:00〜翌5:30".to_owned(),
        note: "昼は休み".to_owned(),
        spans: [OnHolidays::Unsaid, OnHolidays::Open, OnHolidays::Closed]
            .map(span)
            .to_vec(),
        closures: vec![
            Closure::Holidays,
            Closure::Dates(navigator::LAST_OF_MONTH),
            Closure::Weekdays {
                weekdays: 0b10,
                nth: 0b100,
            },
            Closure::Yearly {
                from: (12, 29),
                until: (1, 3),
            },
        ],
        valid_from: Some(Day(20_000)),
        valid_until: Some(Day(20_100)),
    }
}

#[test]
fn what_points_at_something_is_sound() {
    assert!(full().is_sound());
    assert!(smallest().is_sound());
    // A catalog of nothing has no switchboard.
    assert!(!Catalog::default().is_sound());
}

/// What is wrong, and the change that makes it so.
type Fault = (&'static str, fn(&mut Catalog));

/// One fault each, by its name. Positions start at 0: the length of a list is the first that points at nothing.
const FAULTS: [Fault; 38] = [
    ("number of the switchboard", |c| {
        c.entries[1].channels.phone.clear();
    }),
    ("number of every page", |c| {
        c.always.push(EntryId(0));
        c.entries[0].channels.phone.clear();
    }),
    ("switchboard", |c| c.town.switchboard = EntryId(2)),
    ("always", |c| c.always.push(EntryId(2))),
    ("fallback", |c| c.fallback.push(KindId(2))),
    ("joined-up", |c| c.joined_up = KindId(2)),
    ("field of a need", |c| c.needs[0].field = 2),
    ("other field of a need", |c| c.needs[1].other_fields.push(2)),
    ("first kind of a need", |c| c.needs[0].first.push(KindId(2))),
    ("other kind of a need", |c| c.needs[1].also.push(KindId(9))),
    ("options of a question", |c| {
        let more = c.questions[0].options[0].clone();
        c.questions[0].options.push(more);
    }),
    ("question on a question", |c| {
        c.questions[0].ask_when = is(QuestionId(2), 0)
    }),
    ("question on an option", |c| {
        c.questions[0].options.pop();
    }),
    ("question on a need", |c| {
        c.questions[0].ask_when = has_need(NeedId(2))
    }),
    ("question on itself", |c| {
        c.questions[0].ask_when = is(QuestionId(0), 0)
    }),
    ("questions in a circle", |c| {
        c.questions[0].ask_when = is(QuestionId(1), 0)
    }),
    ("field of a kind", |c| c.kinds[0].field = 2),
    ("kind for an answer", |c| {
        c.kinds[0].fits = is(QuestionId(2), 0)
    }),
    ("kind for a need", |c| {
        c.kinds[0].fits = has_need(NeedId(300))
    }),
    ("entry of a kind", |c| c.kinds[0].entries.push(EntryId(2))),
    ("rule on an answer", |c| {
        c.rules[0].when = not(is(QuestionId(7), 0))
    }),
    ("rule on a need", |c| {
        c.rules[5].when = not(has_need(NeedId(2)))
    }),
    ("first kind of a rule", |c| c.rules[0].first.push(KindId(2))),
    ("other kind of a rule", |c| c.rules[5].also.push(KindId(2))),
    ("kind of an entry", |c| c.entries[0].kinds.push(KindId(2))),
    ("entry for an answer", |c| {
        c.entries[1].fits = is(QuestionId(2), 0)
    }),
    ("entry for a need", |c| {
        c.entries[1].fits = has_need(NeedId(2))
    }),
    ("source of an entry", |c| {
        c.entries[1].source = Some(SourceId(2))
    }),
    ("source of a notice", |c| {
        c.notices[0].source = Some(SourceId(2))
    }),
    ("area of an entry", |c| c.entries[1].areas.push(AreaId(2))),
    ("area far off", |c| c.entries[1].areas.push(AreaId(9))),
    ("who passes on", |c| {
        c.entries[1].passed_on_by = Some(EntryId(2))
    }),
    ("measure of an entry", |c| {
        c.entries[1].measures.push(PlanItemId(3))
    }),
    ("measure far off", |c| {
        c.entries[1].measures.push(PlanItemId(9))
    }),
    ("parent in the plan", |c| {
        c.plan[0].parent = Some(PlanItemId(3))
    }),
    ("parent far off", |c| c.plan[0].parent = Some(PlanItemId(9))),
    ("one fault in a condition before a right one", |c| {
        let wrong = Expr::Within(QuestionId(5), OptionSet::EMPTY);
        c.rules[0].when = Expr::All(vec![wrong, is(QuestionId(0), 0)]);
    }),
    ("one fault among needs before a right one", |c| {
        c.rules[0].when = Expr::Any(vec![has_need(NeedId(5)), has_need(NeedId(0))]);
    }),
];

#[test]
fn whatever_points_at_nothing_is_found() {
    for (name, spoil) in FAULTS {
        let mut catalog = full();
        spoil(&mut catalog);
        assert!(!catalog.is_sound(), "{name}");
    }
}

#[test]
fn a_set_of_needs_is_looked_at_to_its_end() {
    let mut catalog = full();
    let needs: NeedSet = [NeedId(0), NeedId(65_535)].into_iter().collect();
    catalog.rules[0].when = Expr::Needs(needs);
    assert!(!catalog.is_sound());
}

#[test]
fn many_questions_are_not_taken_for_circular() {
    let mut catalog = full();
    // More than a word has bits, each waiting for the one before.
    let waits_for = |before: u16| question(is(QuestionId(before), 0));
    catalog.questions = vec![question(Expr::Always)];
    catalog.questions.extend((0..139).map(waits_for));
    assert_eq!(questions_going_round(&catalog.questions), []);
    assert!(catalog.is_sound());
    catalog.questions[70].ask_when = is(QuestionId(139), 0);
    let round: Vec<QuestionId> = (70..140).map(QuestionId).collect();
    assert_eq!(questions_going_round(&catalog.questions), round);
    assert!(!catalog.is_sound());
}

#[test]
fn questions_that_lead_back_to_themselves_are_named_and_those_before_them_are_not() {
    let mut catalog = full();
    // 0 → 1 → 2 → 3 → 1; 4 stands alone.
    let on = |question| is(QuestionId(question), 0);
    let conditions = [on(1), on(2), on(3), on(1), Expr::Always];
    catalog.questions = conditions.map(question).to_vec();
    let round = [1, 2, 3].map(QuestionId);
    assert_eq!(questions_going_round(&catalog.questions), round);
    catalog.questions[3].ask_when = on(4);
    assert_eq!(questions_going_round(&catalog.questions), []);
}

#[test]
fn all_positions_are_named_in_order() {
    let catalog = full();
    assert_eq!(
        catalog.need_ids().collect::<Vec<_>>(),
        [NeedId(0), NeedId(1)]
    );
    let questions: Vec<_> = catalog.question_ids().collect();
    assert_eq!(questions, [QuestionId(0), QuestionId(1)]);
    assert_eq!(
        catalog.kind_ids().collect::<Vec<_>>(),
        [KindId(0), KindId(1)]
    );
    let rules: Vec<usize> = catalog.rule_ids().map(|id| id.index()).collect();
    assert_eq!(rules, [0, 1, 2, 3, 4, 5]);
    assert_eq!(
        catalog.area_ids().collect::<Vec<_>>(),
        [AreaId(0), AreaId(1)]
    );
    let entries: Vec<_> = catalog.entry_ids().collect();
    assert_eq!(entries, [EntryId(0), EntryId(1)]);
    assert_eq!(EntryId(7).index(), 7);
    assert_eq!(catalog.need(NeedId(0)).id, "m01");
    assert_eq!(catalog.question(QuestionId(1)).id, "age");
    assert_eq!(catalog.kind(KindId(1)).id, "jiritsu");
    let last = RuleSort::Crisis {
        stop: true,
        private: true,
    };
    assert_eq!(catalog.rule(RuleId(5)).sort, last);
    assert_eq!(catalog.entry(EntryId(0)).id, "asaka-sodan");
}

#[test]
fn words_fall_back_to_those_for_oneself() {
    let told = |text: &PerAsker| Asker::ALL.map(|asker| text.to(asker).to_owned());
    assert_eq!(
        told(&for_each("年")),
        ["年（本人）", "年（家族）", "年（支える人）"]
    );
    let one = PerAsker {
        myself: "年".to_owned(),
        ..PerAsker::default()
    };
    assert_eq!(told(&one), ["年", "年", "年"]);
}

#[test]
fn a_window_goes_by_its_plain_name_where_it_has_one() {
    let mut entry = entry();
    assert_eq!(entry.shown_name(), "相談");
    entry.plain.clear();
    assert_eq!(entry.shown_name(), "相談の係");
}

#[test]
fn each_way_that_needs_no_voice_is_a_way_without_a_phone() {
    let ways: [fn(&mut Channels); 7] = [
        |c| c.walk_in = true,
        |c| c.visits = true,
        |c| c.fax = "1".to_owned(),
        |c| c.mail = "1".to_owned(),
        |c| c.form = "1".to_owned(),
        |c| c.chat = "1".to_owned(),
        |c| c.address = "1".to_owned(),
    ];
    let by_phone = Channels {
        phone: "110".to_owned(),
        other_phones: vec![other("119", "")],
        access: "駅から歩いて5分".to_owned(),
        ..Channels::default()
    };
    assert!(!by_phone.without_phone());
    for way in ways {
        let mut channels = by_phone.clone();
        way(&mut channels);
        assert!(channels.without_phone(), "{channels:?}");
    }
}
