internal import GRDB

/// The tables of a history, and how files of earlier versions become files of this one.
///
/// Names of places, vantages, causes and of what silences are written once and numbered (`name`). Observations lie in the
/// order of the runs, so that a run is written to the end of the file, and dropped as one piece. What lasts is kept
/// as such (`spell`), so that nobody has to go through a year of looks to say since when.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: runs, observations, spells and changes", migrate: createTables)
        migrator.registerMigration("2: summaries of days", migrate: addDays)
        migrator.registerMigration("3: what readers of reports were told", migrate: addReaders)
        return migrator
    }

    private static func createTables(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE name (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
                CREATE TABLE run (
                    id INTEGER PRIMARY KEY,
                    vantage INTEGER NOT NULL REFERENCES name,
                    network INTEGER REFERENCES name,
                    begun INTEGER NOT NULL,
                    ended INTEGER NOT NULL,
                    key INTEGER NOT NULL UNIQUE,
                    mark INTEGER NOT NULL DEFAULT 0
                ) STRICT;
                CREATE INDEX run_by_vantage ON run (vantage, id);
                CREATE INDEX run_by_time ON run (ended);
                CREATE TABLE observation (
                    run INTEGER NOT NULL,
                    target INTEGER NOT NULL,
                    state INTEGER NOT NULL,
                    cause INTEGER,
                    silence INTEGER,
                    after INTEGER NOT NULL,
                    steps BLOB,
                    size INTEGER,
                    free INTEGER,
                    PRIMARY KEY (run, target)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE look (
                    run INTEGER NOT NULL,
                    target INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    at INTEGER NOT NULL,
                    state INTEGER NOT NULL,
                    cause INTEGER,
                    PRIMARY KEY (run, target, number)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE place (
                    target INTEGER NOT NULL,
                    vantage INTEGER NOT NULL,
                    spell INTEGER NOT NULL,
                    run INTEGER NOT NULL,
                    at INTEGER NOT NULL,
                    state INTEGER NOT NULL,
                    cause INTEGER,
                    silence INTEGER,
                    worked INTEGER,
                    size INTEGER,
                    free INTEGER,
                    phase INTEGER NOT NULL,
                    since INTEGER,
                    known INTEGER,
                    flags INTEGER NOT NULL,
                    turns INTEGER NOT NULL,
                    PRIMARY KEY (target, vantage)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE spell (
                    id INTEGER PRIMARY KEY,
                    target INTEGER NOT NULL,
                    vantage INTEGER NOT NULL,
                    state INTEGER NOT NULL,
                    cause INTEGER,
                    silence INTEGER,
                    begun INTEGER NOT NULL,
                    ended INTEGER,
                    evidence TEXT
                ) STRICT;
                CREATE INDEX spell_by_place ON spell (target, vantage, id);
                CREATE INDEX spell_by_end ON spell (ended);
                CREATE TABLE change (
                    id INTEGER PRIMARY KEY,
                    run INTEGER NOT NULL,
                    target INTEGER NOT NULL,
                    vantage INTEGER NOT NULL,
                    at INTEGER NOT NULL,
                    kind INTEGER NOT NULL,
                    state INTEGER NOT NULL,
                    cause INTEGER,
                    previous_cause INTEGER,
                    previous_since INTEGER,
                    consequences INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX change_by_time ON change (at);
                """)
    }

    private static func addDays(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE day (
                    day INTEGER NOT NULL,
                    target INTEGER NOT NULL,
                    vantage INTEGER NOT NULL,
                    looks INTEGER NOT NULL,
                    failed INTEGER NOT NULL,
                    tenths INTEGER,
                    size INTEGER,
                    free INTEGER,
                    PRIMARY KEY (day, target, vantage)
                ) STRICT, WITHOUT ROWID;
                """)
    }

    private static func addReaders(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE reader (
                    id INTEGER PRIMARY KEY,
                    name TEXT NOT NULL UNIQUE,
                    change INTEGER NOT NULL,
                    at INTEGER NOT NULL
                ) STRICT;
                CREATE TABLE condition (
                    reader INTEGER NOT NULL REFERENCES reader,
                    name TEXT NOT NULL,
                    since INTEGER NOT NULL,
                    PRIMARY KEY (reader, name)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
