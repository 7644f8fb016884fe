# One verb for each thing one does with this repository; `make` alone lists them.
# Everything runs from a fresh clone: each verb checks what it needs, and installs Debian packages that are missing.

# What `make run` runs. A first debug build takes half the time of a release build, and `make test` goes on from it.
CONFIGURATION ?= debug
# The program's arguments, as a shell reads them: make run ARGS='--group bioimaging --file "my file.pdf"'
ARGS ?=
# Only the tests whose name matches this regular expression: make test FILTER=ArchitectureTests
FILTER ?=
# The bench program's arguments.
BENCH ?=
# The evaluation's arguments: make evaluate EVALUATE='--hits /usr/share/doc'
EVALUATE ?=
# The lab program's arguments: make lab LAB=list
LAB ?=
# How many damaged documents of each kind are read, and of which alone: make damage ONLY=a.pdf
MUTANTS ?= 10000
ONLY ?=
PREFIX ?= /usr/local
DESTDIR ?=
export PREFIX DESTDIR FILTER

# What the Swift toolchain and the program need on Debian 12, and what the tests examine the program with.
DEBIAN_PACKAGES := binutils ca-certificates curl git krb5-user libarchive-dev libc-ares-dev libc6-dev libcurl4 libexpat1-dev \
	libgcc-12-dev libncurses6 libseccomp-dev libsmbclient-dev libsqlite3-dev libstdc++-12-dev libxml2 make pkg-config zlib1g
DEBIAN_TEST_PACKAGES := bash-completion bind9-dnsutils bindfs catdoc chromium chromium-driver dnsmasq-base fish icinga2-bin \
	iproute2 libarchive-tools libfaketime libnss-winbind man-db mandoc msmtp nagios4-core nftables ocserv openconnect openssl \
	p7zip-full poppler-utils prometheus prometheus-alertmanager prometheus-node-exporter pst-utils python3 python3-aiosmtpd \
	python3-jsonschema python3-pip python3-samba python3-selenium python3-stdnum python3-yaml samba samba-ad-dc \
	samba-ad-provision smbclient systemd tesseract-ocr tesseract-ocr-deu tesseract-ocr-eng winbind xrdp zsh zstd
# What builds a Debian package and tells its faults, and what `make check-deb` installs it into.
DEBIAN_PACKAGE_PACKAGES := debhelper dpkg-dev fakeroot lintian
DEBIAN_PACKAGE_TEST_PACKAGES := debootstrap util-linux
# What the benchmarks compare the program with.
DEBIAN_BENCH_PACKAGES := gcc groff iproute2 nmap poppler-utils ripgrep samba smbclient util-linux
SWIFT_AT_LEAST := 6.2

IMPORT_CHECK := --explicit-target-dependency-import-check error
# The same flags for everything that is built for speed, so that bench and install share one build.
RELEASE := -c release --static-swift-stdlib
LIBRARIES := StorageModel SharingPolicy Diagnosis SensitiveContent InventoryFiles ProcessLimits HostFacts WorkerWire ScanWire \
	FileScanning Probing CheckHistory Mailing
SWIFT_FILES := Package.swift Sources Tests
DOCUMENTS := docs README.md CHANGELOG.md LICENSE SECURITY.md

STATE := .build/make
STAGE := $(STATE)/stage
INSTALLED := share/wheretoshare/installed-files
PROGRAM := .build/$(CONFIGURATION)/wheretoshare
PROGRAM_SOURCES := Package.swift $(shell find Sources)

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.NOTPARALLEL:
.SUFFIXES:
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup run build test check check-fast lint bench evaluate lab lab-ad soak damage fmt docs install uninstall deb check-deb clean \
	hooks force

# A git hook runs with these set, and the package manager's own git must not take them for its own.
unexport GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE GIT_PREFIX

# Bash functions that most recipes begin with.
define FUNCTIONS
# problem WHAT WHY NEXT: ends the recipe with words a person can act on.
problem() {
    printf 'error: %s\n  why:  %s\n  next: %s\n' "$$@" >&2
    exit 1
}

# setup PACKAGE…: checks the toolchain, installs the Debian packages that are missing. Silent when all is there.
setup() {
    local get_swift found installed package missing=() as_root=() apt
    get_swift='get Swift $(SWIFT_AT_LEAST) or newer for Debian 12 from https://www.swift.org/install/linux/'
    get_swift+=', add its usr/bin folder to PATH, and run make again'
    # First of all: without it there is no point in installing anything else.
    command -v swift >/dev/null || problem "there is no 'swift' on PATH" \
        'this project is built with the Swift toolchain, which Debian does not package' "$$get_swift"
    if command -v dpkg-query >/dev/null; then
        installed=$$(dpkg-query -W -f '$${db:Status-Status} $${Package}, $${Provides}\n' | sed -n 's/^installed //p' \
            | tr ',' '\n' | sed -E 's/^ +//; s/[ (:].*//') || true
        for package in "$$@"; do
            grep -Fxq -- "$$package" <<<"$$installed" || missing+=("$$package")
        done
    else
        echo "note: this is no Debian; make sure that these are installed in some form: $$*" >&2
    fi
    if (( $${#missing[@]} > 0 )); then
        echo "Debian packages are missing, and are installed now: $${missing[*]}" >&2
        if (( EUID != 0 )); then
            command -v sudo >/dev/null || problem "these packages cannot be installed: $${missing[*]}" \
                'you are not root, and there is no sudo here' \
                "as root, run: apt-get install --no-install-recommends $${missing[*]}"
            echo 'You are not root, so sudo runs apt-get.' >&2
            as_root=(sudo)
            # Without a terminal nobody could type a password.
            [ -t 0 ] || as_root+=(-n)
        fi
        apt=("$${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
        { "$${apt[@]}" update && without_services "$${as_root[@]}"; } </dev/null >&2 \
            || problem "these packages could not be installed: $${missing[*]}" 'the messages above say why' \
                "as root, run: apt-get install --no-install-recommends $${missing[*]}"
    fi
    found=$$(swift --version 2>&1) || true
    [[ $$found =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]] || problem "'$$(command -v swift)' is not the Swift toolchain" \
        "asked for its version it says: $${found%%$$'\n'*}" "$$get_swift"
    found=$${BASH_REMATCH[1]}.$${BASH_REMATCH[2]}
    [ "$$(printf '%s\n' $(SWIFT_AT_LEAST) "$$found" | sort -V | sed -n 1p)" = $(SWIFT_AT_LEAST) ] || problem \
        "Swift $$found is too old" "it is '$$(command -v swift)', the first on PATH" "$$get_swift"
    # The compiler's caches hold absolute paths: a build that was moved ends in errors nobody understands.
    if [ -f $(STATE)/place ] && [ "$$(cat $(STATE)/place)" != "$$PWD" ]; then
        echo 'This folder was moved or copied since its last build, which starts over.' >&2
        rm -rf .build
    fi
    mkdir -p $(STATE)
    printf '%s\n' "$$PWD" >$(STATE)/place
    # A service account may have no home, where the compiler keeps its caches.
    if ! [ -w "$${HOME:-/nonexistent}" ]; then
        mkdir -p $(STATE)/home
        export HOME=$$PWD/$(STATE)/home
    fi
}

# get_axe: what tells of a page whether everybody can use it; Debian does not package it, and the wheel of the Python
# package has it as one file.
get_axe() {
    local folder=$(STATE)/axe
    [ -e $$folder/axe_core_python/axe.min.js ] && return
    mkdir -p $$folder
    { python3 -m pip download --disable-pip-version-check -q --no-deps -d $$folder axe-core-python==0.1.0 \
        && python3 -m zipfile -e $$folder/axe_core_python-0.1.0-py3-none-any.whl $$folder; } </dev/null >&2 \
        || problem 'axe-core could not be downloaded' 'pip says why above' 'see whether PyPI can be reached, and run make again'
}

# without_services [sudo…]: installs the packages in $$missing. The tests start servers of their own, and nobody asked
# for a file server or a VPN gateway on this machine: while apt runs, and unless there is a rule already, a policy-rc.d
# (invoke-rc.d(8)) forbids to start services, and units that are new are not started with the machine either.
without_services() {
    local rule=/usr/sbin/policy-rc.d is_ours='' status=0 before
    if ! [ -e $$rule ]; then
        printf '#!/bin/sh\n# Of make setup, while it installs packages: nothing is started.\nexit 101\n' \
            | "$$@" tee $$rule >/dev/null
        "$$@" chmod 755 $$rule
        is_ours=yes
        # Also when somebody interrupts apt.
        trap "$$* rm -f $$rule" EXIT
    fi
    before=$$(enabled_units)
    "$${apt[@]}" install --no-install-recommends "$${missing[@]}" || status=$$?
    if [ "$$is_ours" ]; then
        "$$@" rm -f $$rule
        trap - EXIT
    fi
    # Only where systemd runs; in a container nothing starts them.
    if [ -d /run/systemd/system ]; then
        mapfile -t before < <(comm -13 <(printf '%s\n' "$$before") <(enabled_units) | grep .)
        if (( $${#before[@]} > 0 )); then
            echo "These came with the packages, and are not started with this machine: $${before[*]}" >&2
            "$$@" systemctl --quiet disable "$${before[@]}" || status=$$?
        fi
    fi
    return $$status
}

# enabled_units: the units of services that start with this machine.
enabled_units() {
    [ -d /run/systemd/system ] || return 0
    systemctl list-unit-files --no-legend --state=enabled --type=service,socket,timer,path | awk '{ print $$1 }' | LC_ALL=C sort
}

# quietly NAME COMMAND…: runs a build with its output in a log. A line every ten seconds shows that it goes on; the
# compiler's messages are shown when it does not succeed.
quietly() {
    local log=$(STATE)/$$1.log line last=$$SECONDS status=0
    shift
    "$$@" </dev/null 2>&1 | tee "$$log" | while IFS= read -r line; do
        if (( SECONDS - last >= 10 )); then
            printf '  %.110s\n' "$$line"
            last=$$SECONDS
        fi
    done >&2 || status=$$?
    if (( status == 0 )); then return 0; fi
    grep -vE '^\[[0-9]+/[0-9]+\]' "$$log" >&2 || true
    problem "the build did not succeed: $$*" "the compiler's messages stand above, the whole log in $$log" \
        'mend the first of them, and run make again'
}

# remove: reads a list of what was installed in $$root, folders with a slash at their end, and removes the files, and the
# folders that are empty then. In reverse order a folder comes after all that is in it.
remove() {
    local line
    sort -r | while IFS= read -r line; do
        case /$$line in
        / | */../*) ;;
        */) rmdir -- "$$root/$$line" 2>/dev/null || true ;;
        *) rm -f -- "$$root/$$line" ;;
        esac
    done
}
endef

help: ## list the verbs
	@printf 'make VERB, where VERB is\n\n'
	sed -nE 's/^([a-z-]+):[^#]*## (.*)/\1\t\2/p' Makefile | while IFS=$$'\t' read -r verb purpose; do
	    printf '  %-11s %s\n' "$$verb" "$$purpose"
	done
	printf '\nAlso: CONFIGURATION=release (run, build), FILTER=REGEX (test), PREFIX=, DESTDIR= (install, uninstall)\n'

setup: ## prepare this machine for every other verb; they do it by themselves, too
	@$(FUNCTIONS)
	setup $(DEBIAN_PACKAGES) $(DEBIAN_TEST_PACKAGES)

# stdout is the program's alone. make ends with status 2 whenever the program's is not 0; who needs the exact one runs
# the program itself: .build/debug/wheretoshare
run: $(STATE)/built-$(CONFIGURATION) ## build and run the program: make run ARGS='--group bioimaging --file README.md'
	@exec $(PROGRAM) $(ARGS)

build: $(STATE)/built-$(CONFIGURATION) ## build the program alone

$(STATE)/built-$(CONFIGURATION): $(PROGRAM_SOURCES) $(if $(wildcard $(PROGRAM)),,force)
	@$(FUNCTIONS)
	setup $(DEBIAN_PACKAGES)
	[ -x $(PROGRAM) ] || echo 'Building wheretoshare; the first time this takes a few minutes.' >&2
	# The time is that of the start: a file that is edited during the build is built next time.
	touch $@.begun
	quietly build swift build -c $(CONFIGURATION) --product wheretoshare
	quietly build-worker swift build -c $(CONFIGURATION) --product wheretoshare-smb
	quietly build-reader swift build -c $(CONFIGURATION) --product wheretoshare-scan
	mv $@.begun $@

test: ## run all tests, or those that match FILTER=
	@$(FUNCTIONS)
	$(TEST)

check-fast: SKIP := --skip SlowTests
check-fast: lint ## the part of check that takes seconds; the commit hook runs it
	@$(FUNCTIONS)
	$(TEST)

define TEST
setup $(DEBIAN_PACKAGES) $(DEBIAN_TEST_PACKAGES)
get_axe
[ -x .build/debug/wheretoshare ] || echo 'Building the tests; the first time this takes a few minutes.' >&2
# This builds the program, too.
touch $(STATE)/built-debug.begun
quietly build-tests swift build --build-tests $(IMPORT_CHECK)
mv $(STATE)/built-debug.begun $(STATE)/built-debug
results=$(STATE)/tests.xml
rm -f "$$results"
status=0
# That a test started is left to the log, which tells which one did not end.
swift test --skip-build --disable-xctest $(IMPORT_CHECK) --xunit-output "$$results" \
    $${FILTER:+--filter "$$FILTER"} $(SKIP) </dev/null 2>&1 | tee $(STATE)/test.log | grep --line-buffered -v '^◇ ' || status=$$?
grep -q '</testsuites>' "$$results" 2>/dev/null || problem 'the tests did not come to their end' \
    'the test program crashed or was killed; $(STATE)/test.log has the last test that started' \
    'run that test alone: make test FILTER=ITS-NAME'
# A test that finds four faults is still one test that does not pass.
read -r passed failed skipped < <(awk '
    /<testcase / { cases++; isBad = 0 }
    /<failure/ && !isBad { failed++; isBad = 1 }
    /<skipped/ { skipped++ }
    END { print cases - failed - skipped, failed + 0, skipped + 0 }' "$$results")
(( passed + failed > 0 )) || problem 'no test ran' "the filter '$$FILTER' matches none that is not skipped" \
    'give FILTER= the name of a target, a suite or a test'
if (( failed == 0 && status != 0 )); then
    problem "the tests ended with status $$status" 'no test says why; $(STATE)/test.log has all that was said' \
        'run make test again'
fi
echo "tests: $$passed passed, $$failed failed, $$skipped skipped"
(( failed == 0 ))
endef

check: lint test docs ## everything that has to hold before a change is proposed

lint:
	@$(FUNCTIONS)
	setup $(DEBIAN_PACKAGES)
	swift format lint --strict --recursive --parallel $(SWIFT_FILES) || problem 'the sources are not formatted' \
	    'the messages above say where' 'run make fmt, and mend by hand what is left'

fmt: ## format the sources
	@$(FUNCTIONS)
	setup $(DEBIAN_PACKAGES)
	swift format format --in-place --recursive --parallel $(SWIFT_FILES)

docs: ## build the libraries' documentation; a warning is an error
	@$(FUNCTIONS)
	setup $(DEBIAN_PACKAGES)
	quietly docs swift package generate-documentation $(LIBRARIES:%=--target %) --warnings-as-errors
	printf '%s\n' .build/plugins/Swift-DocC/outputs/*.doccarchive

bench: ## print figures: make bench BENCH='…'
	@$(FUNCTIONS)
	setup $(DEBIAN_PACKAGES) $(DEBIAN_BENCH_PACKAGES)
	quietly bench swift build $(RELEASE) --product bench
	quietly bench-program swift build $(RELEASE) --product wheretoshare
	quietly bench-worker swift build $(RELEASE) --product wheretoshare-smb
	quietly bench-reader swift build $(RELEASE) --product wheretoshare-scan
	exec .build/release/bench $(BENCH)

evaluate: ## see what the detectors find in files: make evaluate EVALUATE='--hits /usr/share/doc'
	@$(FUNCTIONS)
	setup $(DEBIAN_PACKAGES)
	quietly evaluate swift build $(RELEASE) --product evaluate
	exec .build/release/evaluate $(EVALUATE)

# All that is installed, laid out as it is below PREFIX: once it is built, `sudo make install` needs no toolchain.
# (The folder docs is not named, since that is the verb; what is in it is.)
$(STATE)/staged: $(PROGRAM_SOURCES) $(filter-out docs,$(shell find Inventory $(DOCUMENTS) 2>/dev/null))
	@$(FUNCTIONS)
	setup $(DEBIAN_PACKAGES)
	echo 'Building wheretoshare for installation; the first time this takes a few minutes.' >&2
	touch $@.begun
	quietly release swift build $(RELEASE) --product wheretoshare
	quietly release-worker swift build $(RELEASE) --product wheretoshare-smb
	quietly release-reader swift build $(RELEASE) --product wheretoshare-scan
	quietly manual-tool swift build $(RELEASE) --product generate-manual
	bin=.build/release share=$(STAGE)/share
	rm -rf $(STAGE)
	install -d $(STAGE)/{bin,libexec/wheretoshare} "$$share"/{man/man1,wheretoshare,doc/wheretoshare} \
	    "$$share"/{bash-completion/completions,zsh/site-functions,fish/vendor_completions.d}
	strip -o $(STAGE)/bin/wheretoshare "$$bin/wheretoshare"
	strip -o $(STAGE)/libexec/wheretoshare/wheretoshare-smb "$$bin/wheretoshare-smb"
	strip -o $(STAGE)/libexec/wheretoshare/wheretoshare-scan "$$bin/wheretoshare-scan"
	date=$$(date -u -d "@$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || date +%s)}" +%F)
	"$$bin/generate-manual" "$$bin/wheretoshare" --multi-page --date "$$date" -o "$$share/man/man1"
	for page in "$$share"/man/man1/*.1; do
	    name=$${page##*/} name=$${name%.1}
	    # The generator's stock sentence would contradict the exact statuses in the description; a page is found by the
	    # name of its file (whatis(1)), and shows the words that people type; an empty line is none in this language.
	    sed -i -e 's/^\.Ex -std.*/The description tells each status./' -e "s/^\.Nm \"$${name//./ }\"\$$/.Nm $$name/" \
	        -e "s/^\.Nm\$$/.Nm \"$${name//./ }\"/" -e 's/^$$/.Pp/' "$$page"
	done
	completion() {
	    "$$bin/wheretoshare" --generate-completion-script "$$1" >"$$share/$$2"
	    [ -s "$$share/$$2" ] || problem "there is no completion for $$1" 'the program wrote none' \
	        "see what it says: $$bin/wheretoshare --generate-completion-script $$1"
	}
	completion bash bash-completion/completions/wheretoshare
	# It is read by a shell, not run.
	sed -i '1{/^#!/d}' "$$share/bash-completion/completions/wheretoshare"
	completion zsh zsh/site-functions/_wheretoshare
	completion fish fish/vendor_completions.d/wheretoshare.fish
	cp -R Inventory "$$share/wheretoshare/"
	cp -R $(DOCUMENTS) "$$share/doc/wheretoshare/"
	chmod -R u=rwX,go=rX $(STAGE)
	mv $@.begun $@

# What was put there is written down there, folders with a slash at their end, so that uninstall removes that alone.
install: $(STATE)/staged ## install below PREFIX and DESTDIR
	@$(FUNCTIONS)
	root=$$DESTDIR$$PREFIX
	export LC_ALL=C
	mkdir -p "$$root" 2>/dev/null && [ -w "$$root" ] || problem "'$$root' cannot be written" 'it is not yours' \
	    'it is all built by now: run sudo make install, or choose a folder of yours: make install PREFIX=~/.local'
	before=$$(cat "$$root/$(INSTALLED)" 2>/dev/null || true)
	files=$$(cd $(STAGE) && find . -type f -printf '%P\n' && echo $(INSTALLED))
	folders=$$(cd $(STAGE) && find . -mindepth 1 -type d -printf '%P/\n' | while IFS= read -r folder; do
	    [ -d "$$root/$$folder" ] && ! grep -Fxq -- "$$folder" <<<"$$before" || printf '%s\n' "$$folder"
	done)
	now=$$(printf '%s\n' "$$files" "$$folders" | grep . | sort)
	# An earlier version may have put there what this one does not have.
	comm -13 <(printf '%s\n' "$$now") <(sort <<<"$$before") | remove
	while IFS= read -r folder; do install -d "$$root/$$folder"; done < <(cd $(STAGE) && find . -type d -printf '%P\n')
	while IFS= read -r file; do
	    [ "$$file" != $(INSTALLED) ] || continue
	    mode=644
	    if [ -x "$(STAGE)/$$file" ]; then mode=755; fi
	    install -m "$$mode" "$(STAGE)/$$file" "$$root/$$file"
	done <<<"$$files"
	printf '%s\n' "$$now" >"$$root/$(INSTALLED)"
	chmod 644 "$$root/$(INSTALLED)"
	echo "Installed $$(wc -l <<<"$$files") files in $$root; make uninstall with the same PREFIX and DESTDIR removes them."

uninstall: ## remove what install put below PREFIX and DESTDIR, and nothing else
	@$(FUNCTIONS)
	root=$$DESTDIR$$PREFIX
	export LC_ALL=C
	[ -f "$$root/$(INSTALLED)" ] || problem "nothing is installed in '$$root'" "there is no '$$root/$(INSTALLED)'" \
	    'give the PREFIX and the DESTDIR that make install had'
	lines=$$(cat "$$root/$(INSTALLED)")
	remove <<<"$$lines"
	echo "Removed wheretoshare from $$root."

# What is packed is what install lays out; debhelper adds what Debian wants on top.
deb: $(STATE)/staged ## build a Debian package, and print its path
	@$(FUNCTIONS)
	setup $(DEBIAN_PACKAGES) $(DEBIAN_PACKAGE_PACKAGES)
	tree=$(STATE)/deb
	rm -rf "$$tree"
	mkdir -p "$$tree/source"
	cp -R Packaging/debian Packaging/systemd Packaging/monitoring "$$tree/source/"
	for unit in Packaging/systemd/*.{service,timer}; do
	    cp "$$unit" "$$tree/source/debian/wheretoshare.$${unit##*/}"
	done
	(cd "$$tree/source" && STAGE=$$OLDPWD/$(STAGE) dpkg-buildpackage -b -us -uc) >$(STATE)/deb.log 2>&1 || {
	    cat $(STATE)/deb.log >&2
	    problem 'the package was not built' 'the messages above say why' 'mend the first of them, and run make deb again'
	}
	lintian --fail-on error,warning --suppress-tags bad-distribution-in-changes-file "$$tree"/*.changes >&2 || problem \
	    'the package has faults' 'lintian says so above' 'mend them in Packaging/debian, and run make deb again'
	printf '%s\n' "$$tree"/*.deb

check-deb: deb ## install the package on a bare Debian, upgrade and purge it, as root
	@$(FUNCTIONS)
	setup $(DEBIAN_PACKAGE_TEST_PACKAGES)
	exec Packaging/check-deb $(STATE)/deb/*.deb

lab: ## run a network of real file servers, as root: make lab LAB='--fault tcp-dropped'
	@$(FUNCTIONS)
	setup $(DEBIAN_PACKAGES) $(DEBIAN_TEST_PACKAGES)
	quietly lab swift build --product lab
	exec .build/debug/lab $(LAB)

lab-ad: ## the same with Active Directory, and accounts in every state: make lab-ad LAB='--with gateways'
	@$(FUNCTIONS)
	setup $(DEBIAN_PACKAGES) $(DEBIAN_TEST_PACKAGES)
	quietly lab swift build --product lab
	exec .build/debug/lab stay --with directory $(LAB)

soak: ## check the servers of that network for ten minutes while they die and come back, as root: make soak SOAK='--minutes 1'
	@$(FUNCTIONS)
	setup $(DEBIAN_PACKAGES) $(DEBIAN_TEST_PACKAGES)
	quietly lab swift build --product lab
	quietly build swift build --product wheretoshare
	quietly build-worker swift build --product wheretoshare-smb
	exec .build/debug/lab soak $(SOAK)

damage: ## read documents that were cut and changed at random, ten thousand of each kind: make damage MUTANTS=1000
	@export FILE_SCANNING_MUTANTS=$(MUTANTS) FILE_SCANNING_ONLY=$(ONLY) FILTER=DamageSlowTests
	$(FUNCTIONS)
	$(TEST)

hooks: ## let git run check-fast before each commit
	@$(FUNCTIONS)
	hook=$$(git rev-parse --git-path hooks)/pre-commit text=$$'#!/bin/sh\nexec make check-fast'
	if [ -e "$$hook" ] && [ "$$(cat "$$hook")" != "$$text" ]; then
	    problem "there is a pre-commit hook already: $$hook" 'it does something else' 'add this line to it: make check-fast'
	fi
	mkdir -p "$${hook%/*}"
	printf '%s\n' "$$text" >"$$hook"
	chmod +x "$$hook"
	echo 'git runs make check-fast before each commit now; git commit --no-verify leaves it out once.'

clean: ## remove everything that was built
	@rm -rf .build
