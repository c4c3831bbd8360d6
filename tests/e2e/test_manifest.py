"""Microsoft's own judge reads the Teams app package, with the schemas that come with it."""

import json
import subprocess
from pathlib import Path
from typing import Any

import demo
from bot.settings import Settings
from demo.node import program
from manifest.package import build_manifest, translate
from tests.manifest.test_package import SETTINGS

HERE = Path(demo.__file__).parent
JUDGE = """
const fs = require("fs"), path = require("path"), Module = require("module");
const load = Module._load; // the package asks for fs-extra without saying so, and only to read files
const files = { ...fs.promises, pathExists: async (file) => fs.existsSync(file) };
Module._load = (name, ...rest) => name === "fs-extra" ? files : load(name, ...rest);
const root = path.dirname(require.resolve("@microsoft/app-manifest/package.json"));
const { AppManifestUtils } = require("@microsoft/app-manifest");
const Ajv = require("ajv-draft-04"), formats = require("ajv-formats");
const { manifest, dutch } = JSON.parse(fs.readFileSync(0, "utf8"));
const version = path.join(root, "build/json-schemas/teams", "v" + manifest.manifestVersion);
const schema = JSON.parse(fs.readFileSync(path.join(version, "MicrosoftTeams.Localization.schema.json"), "utf8"));
const judge = new Ajv({ strict: false, unicodeRegExp: false });
formats(judge);
const fits = judge.compile(schema);
globalThis.fetch = () => { throw new Error("outside"); }; // the schemas must come with the package
(async () => {
  const wrong = await AppManifestUtils.validateAgainstSchema(manifest);
  const untranslated = fits(dutch) ? [] : fits.errors.map((error) => error.instancePath + " " + error.message);
  console.log(JSON.stringify({ wrong, untranslated }));
})();
"""


def judge(settings: Settings, **changes: object) -> dict[str, Any]:
    """Return what Microsoft's package finds wrong."""
    manifest = build_manifest(settings)
    told = json.dumps({"manifest": manifest | changes, "dutch": translate(manifest)})
    ran = subprocess.run([program("node"), "-e", JUDGE], cwd=HERE, input=told, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def test_microsoft_finds_the_package_right() -> None:
    assert judge(SETTINGS) == {"wrong": [], "untranslated": []}


def test_the_judge_sees_what_is_wrong() -> None:
    assert judge(SETTINGS, accentColor="green")["wrong"]
    assert judge(SETTINGS, surprise=1)["wrong"]
