"""Settings: one file. Everything that differs between courts comes from the environment.

DULY_HOME          folder of the data (default: var/ in the project)
DULY_DATABASE_URL  sqlite:///path or postgresql://user@host:port/name (default: a file in DULY_HOME)
DULY_ALLOWED_HOSTS host names that the court's browsers use, separated by commas
DULY_DEMO          1 for a demo court, whose day can be moved forward
DULY_HTTPS         1 when the pages are reached by https: cookies become secure
DULY_PORTAL_ADDRESS where parties reach the portal, as https://portal.court.example, for QR codes
DULY_PORTAL_FERRY  folder that is carried between the court and a portal that stands alone
DULY_PORTAL_ALONE  1 for that portal: it knows only what the ferry brings
DULY_DEBUG         1 on a developer's machine only
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key
from django.utils.translation import gettext_lazy as _

from config.database import database
from config.nightly import ROUND
from duly.crypto import keyring

PROJECT = Path(__file__).resolve().parents[2]
DULY_HOME = Path(os.environ.get("DULY_HOME") or PROJECT / "var").resolve()
DULY_KEYS = DULY_HOME / "keys"
DULY_ANCHORS = DULY_HOME / "anchors"
DULY_LAW = DULY_HOME / "law"
DULY_DEMO_CLOCK = DULY_HOME / "demo-clock" if os.environ.get("DULY_DEMO") == "1" else None
STATIC_ROOT = DULY_HOME / "static"
for folder in (DULY_HOME, STATIC_ROOT):
    folder.mkdir(parents=True, exist_ok=True)

HTTPS = os.environ.get("DULY_HTTPS") == "1"
DEBUG = os.environ.get("DULY_DEBUG") == "1"
DULY_PORTAL_ADDRESS = os.environ.get("DULY_PORTAL_ADDRESS", "").rstrip("/")
DULY_PORTAL_FERRY = os.environ.get("DULY_PORTAL_FERRY", "")
DULY_PORTAL_ALONE = os.environ.get("DULY_PORTAL_ALONE") == "1"
# What goes with a notice to a debtor: the name of a function (paper, party) -> PDF or None.
DULY_ENCLOSURE = "duly.portal.enclosing.enclosure"
DULY_CRYPTO_PROVIDER = "duly.crypto.software.SoftwareProvider"
# Who keeps the courts' seals: a function from a court's code to its seal, or to None.
DULY_SEALS = "duly.documents.sealing.key_files.seal_of"
SECRET_KEY = keyring.text(DULY_KEYS / "session.key", get_random_secret_key)
_hosts = os.environ.get("DULY_ALLOWED_HOSTS", "127.0.0.1,localhost")
ALLOWED_HOSTS = [host.strip() for host in _hosts.split(",") if host.strip()]

INSTALLED_APPS = [
    "duly.desk",
    "duly.portal",
    "duly.batch",
    "duly.outreach",
    "duly.procedure",
    "duly.documents",
    "duly.ledger",
    "duly.registry",
    "duly.accounts",
    "duly.work",
    "duly.journal",
    "duly.crypto",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Without a log-in no page is answered, unless its view says that it needs none.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "duly.work.page.read_once",
]
ROOT_URLCONF = "config.urls_portal" if DULY_PORTAL_ALONE else "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": database(os.environ.get("DULY_DATABASE_URL", ""), DULY_HOME / "duly.sqlite3")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# The nightly round runs at the first look of the worker after this hour, court time.
DULY_ROUND = () if DULY_PORTAL_ALONE else ROUND
DULY_ROUND_HOUR = 3
# What the worker does in each of its turns besides its jobs: names of functions `(*, at) -> str`.
DULY_TURN: tuple[str, ...] = ("duly.portal.ferry.turn",)
if not DULY_PORTAL_ALONE:
    DULY_TURN += ("duly.outreach.turn.turn",)

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "desk:log_in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "desk:log_in"
# Five wrong passwords lock this account from this address for a quarter of an hour;
# nobody can lock a colleague out from elsewhere.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "desk/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("简体中文")), ("en", _("English"))]
LOCALE_PATHS = [PROJECT / "src" / "duly" / "desk" / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DULY_HOME / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# No page loads, frames or posts anything from elsewhere, and none runs a script or style in line.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
    },
}
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_NAME = "__Host-duly" if HTTPS else "duly"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-duly-csrf" if HTTPS else "duly-csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
if DULY_PORTAL_ALONE:
    CSRF_FAILURE_VIEW = "duly.portal.pages.lost.form"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"tokens": {"()": "duly.portal.redaction.WithoutTokens"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["tokens"]}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"duly": {"level": "INFO"}},
}
