"""The kinds of arrays that the arithmetic works on."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
Whole32 = NDArray[np.int32]
Places = NDArray[np.intp]
